package io.patchbay.mail;

import static io.patchbay.mail.Samples.SMALL_DIFF;
import static io.patchbay.mail.Samples.withBody;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.diff.Diff;

import org.junit.jupiter.api.Test;

/** Diffs that the sender's program put an empty line behind each line of. */
class MangledDiffTest {

    private static final String BLANK_CONTEXT =
            """
            diff --git a/tide.c b/tide.c
            index 1111111..2222222 100644
            --- a/tide.c
            +++ b/tide.c
            @@ -1,4 +1,4 @@ int tide(void)
             int high;

            -int low;
            +int low = 0;
             int slack;
            """;

    private static final String MESSAGE =
            "It was never set.\n\nSigned-off-by: Ann Lee <ann@example.com>\n---\n tide.c | 2 +-\n\n";

    @Test
    void theEmptyLinesGo() {
        var body = withBody("Set it.\n\n" + spaced(SMALL_DIFF) + "-- \n\n2.47.1\n\n").body();

        assertThat(body).isEqualTo(new Body("Set it.", new Diff(SMALL_DIFF)));
    }

    @Test
    void theyGoFromTheMessageTooIfItHasThem() {
        var body = withBody(spaced(MESSAGE + SMALL_DIFF + "-- \n2.47.1\n")).body();

        assertThat(body).isEqualTo(new Body(MESSAGE.strip(), new Diff(SMALL_DIFF)));
    }

    @Test
    void linesThatWereEmptyStay() {
        var body = withBody(spaced("Set it.\n---\n\n" + BLANK_CONTEXT)).body();

        assertThat(body).isEqualTo(new Body("Set it.\n---", new Diff(BLANK_CONTEXT)));
    }

    @Test
    void lineEndsMayBeThoseOfTheMail() {
        var mail =
                Samples.mail(
                        ("Subject: [PATCH] fix\n\n" + spaced(SMALL_DIFF)).replace("\n", "\r\n"));

        assertThat(mail.body()).isEqualTo(new Body("", new Diff(SMALL_DIFF)));
    }

    @Test
    void aCommandThatWasWrappedIsOneLine() {
        var wrapped = SMALL_DIFF.replace("a/tide.c b/tide.c", "a/tide.c\nb/tide.c");

        var body = withBody("Set it.\n\n" + spaced(wrapped)).body();

        assertThat(body).isEqualTo(new Body("Set it.", new Diff(SMALL_DIFF)));
    }

    @Test
    void aDiffThatIsStillNoneStaysText() {
        var text = "Set it.\n\n" + spaced("diff --git a/one b/one\n--- a/one\nwords\n");

        assertThat(withBody(text).body()).isEqualTo(new Body(text.strip(), null));
    }

    @Test
    void textWithoutADiffStaysAsItIs() {
        var text = spaced("One.\nTwo.\n--- three\nFour.");

        assertThat(withBody(text).body()).isEqualTo(new Body(text.strip(), null));
    }

    private static String spaced(String text) {
        return text.replace("\n", "\n\n");
    }
}
