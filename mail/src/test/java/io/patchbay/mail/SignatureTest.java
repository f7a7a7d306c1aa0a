package io.patchbay.mail;

import static io.patchbay.mail.Samples.SMALL_DIFF;
import static io.patchbay.mail.Samples.mail;
import static io.patchbay.mail.Samples.withBody;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.diff.Diff;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a signature or the footer of a list begins, and where a line only looks like one. */
class SignatureTest {

    private static final String FOOTER =
            """
            _______________________________________________
            tide mailing list
            tide@lists.example.org
            https://lists.example.org/listinfo/tide
            """;

    @ParameterizedTest
    @ValueSource(strings = {"-- ", "____", "_", "--", "-- \nAnn\n-- "})
    void noLineAboveADiffIsASignature(String line) {
        var said = "one\n" + line + "\ntwo\n\nSigned-off-by: Ann\n---\n tide.c | 2 +-";

        var body = withBody(said + "\n\n" + SMALL_DIFF + "-- \n2.47\n").body();

        assertThat(body).isEqualTo(new Body(said, new Diff(SMALL_DIFF)));
    }

    @Test
    void belowTheDiffSignatureAndFooterAreCut() {
        assertThat(withBody("said\n" + SMALL_DIFF + FOOTER).body().content()).isEqualTo("said");
        assertThat(withBody("said\n" + SMALL_DIFF + "more\n" + FOOTER).body().content())
                .isEqualTo("said\nmore");
        assertThat(withBody("said\n" + SMALL_DIFF + "-- \n2.47\n\n" + FOOTER).body().content())
                .isEqualTo("said");
    }

    @Test
    void aPartWithADiffKeepsItsLinesAndTheOthersAreCut() {
        var parts =
                """
                Subject: [PATCH] fix
                Content-Type: multipart/mixed; boundary=cut

                --cut

                one
                -- \n\
                two
                --cut

                three
                -- \n\
                four
                """
                        + SMALL_DIFF
                        + "--cut--\n";

        assertThat(mail(parts).body().content()).isEqualTo("one");
    }

    @Test
    void underscoresAreAFooterOnlyIfOneFollows() {
        assertThat(reply("Fine.\n____\n\nReviewed-by: Bo <bo@example.com>\n"))
                .isEqualTo("Fine.\n____\n\nReviewed-by: Bo <bo@example.com>");
        assertThat(reply("____\n 7 3.1\n____\n\nLow water.\n"))
                .isEqualTo("____\n 7 3.1\n____\n\nLow water.");
        assertThat(reply("Reviewed-by: Bo <bo@example.com>\n\n" + FOOTER))
                .isEqualTo("Reviewed-by: Bo <bo@example.com>");
        assertThat(reply("said\n____\n")).isEqualTo("said");
    }

    @Test
    void underscoresAboveTheMailThatIsAnsweredCutItOff() {
        assertThat(reply("Fine.\n\n______\nFrom: Ann\nSent: today\nTo: Bo\n\nTested-by: Nobody\n"))
                .isEqualTo("Fine.");
    }

    @Test
    void aSignatureOfAReplyCutsWhateverFollows() {
        assertThat(reply("Fine.\n-- \nBo\n\n" + SMALL_DIFF)).isEqualTo("Fine.");
    }

    private static String reply(String text) {
        return mail("Subject: Re: [PATCH] fix\n\n" + text).body().content();
    }
}
