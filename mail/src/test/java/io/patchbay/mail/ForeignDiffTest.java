package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.diff.DiffEncoding;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.Charset;
import java.util.Objects;

/** How a diff that did not come in UTF-8 is turned back into its bytes. */
class ForeignDiffTest {

    private static final String HUNK =
            """
            --- a/x
            +++ b/x
            @@ -4,2 +4,2 @@
             %s
            -b
            +c
            """;

    @Test
    void aDiffInUtf8OrAsciiNeedsNothing() {
        assertThat(encoding("Content-Type: text/plain; charset=utf-8", "été", UTF_8)).isNull();
        assertThat(encoding("Content-Type: text/plain; charset=koi8-r", "ete", UTF_8)).isNull();
        assertThat(encoding("X: y", "été", UTF_8)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, été, ISO-8859-1",
        "latin1, été, ISO-8859-1",
        "koi8-r, Причал, KOI8-R",
        "iso-2022-jp, 岸壁, ISO-2022-JP",
        "cp932, 岸壁, windows-31j",
        "iso-8859-10, ą, ISO-8859-10"
    })
    void theCharsetThatItWasReadInIsKept(String declared, String word, String kept) {
        var charset = declared.equals("iso-8859-10") ? "iso-8859-4" : declared;
        var header = "Content-Type: text/plain; charset=" + declared;

        assertThat(encoding(header, word, Charset.forName(charset)))
                .isEqualTo(new DiffEncoding(kept, null));
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, é, windows-1252",
        "us-ascii, é, windows-1252",
        "utf-8, \u0081é, ISO-8859-1"
    })
    void theCharsetIsTheOneThatFitsWhereTheMailSaysAnother(
            String declared, String word, String kept) {
        var header = "Content-Type: text/plain; charset=" + declared;

        assertThat(encoding(header, word, ISO_8859_1)).isEqualTo(new DiffEncoding(kept, null));
    }

    @Test
    void bytesAreKeptWhereTheirCharacterHasOthersToo() {
        var hunk = HUNK.formatted("\u00ee\u00f9");
        var mail =
                Samples.mailOfBytes(
                        "Content-Type: text/plain; charset=cp932\n\n\u00ee\u00f9 said\n" + hunk);

        var diff = Objects.requireNonNull(mail.body().diff());

        assertThat(diff.text()).isEqualTo(HUNK.formatted("\uFFE2"));
        assertThat(diff.encoding()).isEqualTo(new DiffEncoding("windows-31j", hunk));
    }

    @Test
    void theMessageIsReadAsWhatItIsWhateverTheDiff() {
        var hunk = HUNK.formatted("\u00e9t\u00e9");
        for (var header : new String[] {"Content-Type: text/plain; charset=utf-8", "X: y"}) {
            var mail =
                    Samples.mailOfBytes(
                            header
                                    + "\n\nm\u00c3\u00a9lange \u00e2\u0080\u0093\n"
                                    + hunk
                                    + "-- \nAnn\n");

            assertThat(mail.body().content()).isEqualTo("mélange –");
            assertThat(Objects.requireNonNull(mail.body().diff()).text())
                    .isEqualTo(HUNK.formatted("été"));
        }
    }

    @Test
    void theIdOfAFileThatIsShownWholeTellsThatItWasUtf8() {
        var before =
                """
                diff --git a/x b/x
                new file mode 100644
                index 0000000..%s
                --- /dev/null
                +++ b/x
                @@ -0,0 +1 @@
                +été
                """;
        var header = "Content-Type: text/plain; charset=iso-8859-1";

        // As "git hash-object" says it of the line in UTF-8 and in Latin-1.
        assertThat(encodingOf(header, before.formatted("4125eb8"), ISO_8859_1)).isNull();
        assertThat(encodingOf(header, before.formatted("9889d94"), ISO_8859_1))
                .isEqualTo(new DiffEncoding("ISO-8859-1", null));
    }

    private static @Nullable DiffEncoding encoding(String header, String word, Charset charset) {
        return encodingOf(header, HUNK.formatted(word), charset);
    }

    private static @Nullable DiffEncoding encodingOf(String header, String diff, Charset charset) {
        var bytes = new String(diff.getBytes(charset), ISO_8859_1);
        var mail = Samples.mailOfBytes(header + "\n\nsaid\n" + bytes);
        return Objects.requireNonNull(mail.body().diff()).encoding();
    }
}
