package io.patchbay.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that go into a mail, and come out of it again. */
class MailEncodingTest {

    @Test
    void linesStayLinesAndTheRestIsQuotedWhereItMustBe() {
        assertThat(quoted("a = b\n\tc \nd\t\n\u00e9\re\n"))
                .isEqualTo("a =3D b\n\tc=20\nd=09\n=E9=0De\n");
    }

    @Test
    void noLineBeginsLikeAMailInAnMbox() {
        assertThat(quoted("From a\nfrom b\n From c\n>From d\nFrom"))
                .isEqualTo("=46rom a\nfrom b\n From c\n>From d\nFrom=\n");
        // The long line goes on where it would begin so.
        assertThat(quoted("x".repeat(75) + "From here\n"))
                .isEqualTo("x".repeat(75) + "=\n=46rom here\n");
    }

    @Test
    void noLineIsLongerThan76Characters() {
        assertThat(quoted("x".repeat(76) + "\n")).isEqualTo("x".repeat(76) + "\n");
        assertThat(quoted("x".repeat(77) + "\n")).isEqualTo("x".repeat(75) + "=\nxx\n");
        assertThat(quoted("\u00e9".repeat(30) + "\n").lines())
                .allMatch(line -> line.length() <= 76 && !line.endsWith("=E"));
    }

    @Test
    void whateverIsShorterIsTaken() {
        var text = "a naïve line\n".repeat(20).getBytes(UTF_8);
        var foreign = "Причал\n".repeat(20).getBytes(UTF_8);

        assertThat(MailEncoding.shortest(text).name()).isEqualTo("quoted-printable");
        assertThat(MailEncoding.shortest(foreign).name()).isEqualTo("base64");
        assertThat(MailEncoding.shortest(foreign).body().length)
                .isLessThan(MailEncoding.quotedPrintable(foreign).body().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "one line",
                "From one\nto \r\nthe other=\t\n",
                "\u0000\u0081\u00ff =\r",
                "a long line that goes on and on, = and on, and on, until it is broken at last \n"
            })
    void whatIsEncodedIsDecodedAgain(String text) {
        var bytes = text.repeat(7).getBytes(ISO_8859_1);
        var quoted = MailEncoding.quotedPrintable(bytes);
        var base64 = MailEncoding.base64(bytes);

        assertThat(decoded(quoted)).isEqualTo(bytes);
        assertThat(decoded(base64)).isEqualTo(bytes);
    }

    private static byte[] decoded(MailEncoding encoded) {
        return TransferEncoding.decode(encoded.name(), new String(encoded.body(), ISO_8859_1));
    }

    private static String quoted(String text) {
        var bytes = text.getBytes(ISO_8859_1);
        return new String(MailEncoding.quotedPrintable(bytes).body(), ISO_8859_1);
    }
}
