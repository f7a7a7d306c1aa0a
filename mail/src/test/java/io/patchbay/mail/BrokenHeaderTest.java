package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.header.Header;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/** Mails whose header a list server broke in two at 998 bytes, with an empty line between. */
class BrokenHeaderTest {

    private static final String REST =
            """
            xample.org>, Bo <bo@example.org>,
             Cy <cy@example.org>
            Errors-To: list-bounces@lists.example.org
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Caf=C3=A9.
            """;

    /** A Cc header whose only line has so many bytes. */
    private static String cc(int length) {
        var people = "Cc: Ann <ann@example.org>, ";
        var name = "Dee <dee@e";
        return people + "x".repeat(length - people.length() - name.length()) + name;
    }

    private static Mail broken(String rest) {
        return broken(998, rest);
    }

    private static Mail broken(int length, String rest) {
        return Samples.mail("Subject: x\n" + cc(length) + "\n\n" + rest);
    }

    @Test
    void theRestOfTheHeaderIsHeader() {
        var mail = broken(REST);

        assertThat(mail.headers())
                .containsExactly(
                        new Header("Subject", "x"),
                        new Header(
                                "Cc",
                                cc(998).substring(4)
                                        + "xample.org>, Bo <bo@example.org>,\n Cy <cy@example.org>"),
                        new Header("Errors-To", "list-bounces@lists.example.org"),
                        new Header("Content-Type", "text/plain; charset=utf-8"),
                        new Header("Content-Transfer-Encoding", "quoted-printable"));
        assertThat(mail.body().content()).isEqualTo("Café.");
    }

    @Test
    void anArchiveMayKeepItsCarriageReturns() {
        var text = ("Subject: x\n" + cc(998) + "\n\n" + REST).replace("\n", "\r\n");

        var mail = Mail.readArchived(text.getBytes(StandardCharsets.UTF_8));

        assertThat(mail.body().content()).isEqualTo("Café.");
        assertThat(mail.cleaned("Cc").orElseThrow())
                .endsWith("Dee <dee@example.org>, Bo" + " <bo@example.org>, Cy <cy@example.org>");
    }

    @Test
    void aHeaderMayBeBrokenTwice() {
        var long2 = "xample.org>, " + "y".repeat(998 - 13);

        var mail = broken(long2 + "\n\n" + "z <z@e" + REST);

        assertThat(mail.body().content()).isEqualTo("Café.");
        assertThat(mail.cleaned("Cc").orElseThrow())
                .contains("dee@example.org>, yyy", "yyyz <z@example.org>, Bo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A text and its trailers.
                "The tide is low.\n\nSigned-off-by: Ann <ann@example.org>\n",
                "For Bo, and others,\nSigned-off-by: Ann <ann@example.org>\nCc: stable@example.org\n\nx\n",
                // Fields at the beginning of a text, as git takes them.
                "From: Ann <ann@example.org>\nContent-Type: x\n\ntext\n",
                "ann@example.org writes:\n> text\n",
                "ann@example.org,\nSender: x\nno field\n\n",
                "ann@example.org,\nSender: x",
                "",
                "\n",
            })
    void whatMayBeTextIsText(String body) {
        assertThat(broken(body).headers()).hasSize(2);
        assertThat(broken(body).body().content()).isEqualTo(body.strip());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 995, 1001})
    void aLineOfAnotherLengthWasNotCut(int length) {
        assertThat(broken(length, REST).headers()).hasSize(2);
    }
}
