package io.patchbay.cli.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.Run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class RangeDiffTest {

    @TempDir private Path folder;

    @Test
    void rowsTellWhatBecameOfEachPatch() throws IOException {
        var older =
                mbox(
                        "old",
                        patch("[PATCH 1/3] one", "", 1),
                        patch("[PATCH 2/3] two", "", 2),
                        patch("[PATCH 3/3] three", "", 3));
        var newer =
                mbox(
                        "new",
                        patch("[PATCH v2 1/3] one", "", 1),
                        patch("[PATCH v2 2/3] three", "Reviewed-by: B <b@example.com>", 3),
                        patch("[PATCH v2 3/3] four", "", 4));

        var run = Run.of("range-diff", "--json", older, newer);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo("[[1, 1, \"=\"], [2, null, \"<\"], [3, 2, \"!\"], [null, 3, \">\"]]\n");
    }

    @Test
    void theTextIsThatOfGitWithHashesForCommits() throws IOException {
        var older = mbox("old", patch("[PATCH] one", "", 1));
        var newer = mbox("new", patch("[PATCH v2] one", "Why.", 1));

        var run = Run.of("range-diff", older, newer);

        assertThat(run.out().replaceAll("[0-9a-f]{10}", "0123456789"))
                .isEqualTo(
                        """
                        1:  0123456789 ! 1:  0123456789 one
                            @@ Metadata
                              ## Commit message ##
                                 one
                            \s
                            +    Why.
                            +
                              ## file.c ##
                             @@
                             -0
                        """);
        assertThat(Run.of("range-diff", "--color=always", older, newer).out())
                .startsWith("\u001b[31m1:  ");
    }

    @Test
    void numbersOrderThePatchesAndWhatIsNoneIsLeftOut() throws IOException {
        var cover = mail("[PATCH 0/2] both", "Hello.");
        var reply = mail("Re: [PATCH 2/2] two", "Looks good.\n\n" + diff(7));
        var older =
                mbox(
                        "old",
                        patch("[PATCH 2/2] two", "", 2),
                        reply,
                        cover,
                        patch("[PATCH 1/2] one", "", 1));
        var newer = mbox("new", patch("[PATCH] one", "", 1), patch("[PATCH] two", "", 2));

        var run = Run.of("range-diff", "--json", older, newer);

        assertThat(run.out()).isEqualTo("[[1, 1, \"=\"], [2, 2, \"=\"]]\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theNewestVersionOfAFileIsTakenAndSaid() throws IOException {
        var older = mbox("old", patch("[PATCH 1/1] one", "", 1));
        var newer =
                mbox("new", patch("[PATCH v2 1/1] two", "", 2), patch("[PATCH v3 1/1] one", "", 1));

        var run = Run.of("range-diff", "--json", older, newer);

        assertThat(run.out()).isEqualTo("[[1, 1, \"=\"]]\n");
        assertThat(run.err()).contains("new: it holds the versions 2, 3").contains("3 is taken");
    }

    @Test
    void aVersionThatSomebodyForgotToWriteIsStillOfTheSeries() throws IOException {
        var older = mbox("old", patch("[PATCH 1/2] one", "", 1), patch("[PATCH 2/2] two", "", 2));
        var newer =
                mbox("new", patch("[PATCH v2 1/2] one", "", 1), patch("[PATCH 2/2] two", "", 2));

        var run = Run.of("range-diff", "--json", older, newer);

        assertThat(run.out()).isEqualTo("[[1, 1, \"=\"], [2, 2, \"=\"]]\n");
    }

    @Test
    void whatComesOfACreationFactor() throws IOException {
        var older = mbox("old", patch("[PATCH] one", "", 1));
        var newer = mbox("new", patch("[PATCH] two", "", 2));

        assertThat(Run.of("range-diff", "--json", older, newer).out())
                .isEqualTo("[[1, null, \"<\"], [null, 1, \">\"]]\n");
        assertThat(Run.of("range-diff", "--json", "--creation-factor=999", older, newer).out())
                .isEqualTo("[[1, 1, \"!\"]]\n");
        assertThat(Run.of("range-diff", "--creation-factor=-1", older, newer))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("but this is '-1'"));
    }

    @Test
    void aFileWithoutPatchesIsRefused() throws IOException {
        var older = mbox("old", mail("[PATCH 0/1] cover", "Hello."));

        var run = Run.of("range-diff", older, older);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("old: no mail in it is a patch");
        assertThat(Run.of("range-diff", folder.resolve("none"), older).err())
                .contains("none: no such file");
    }

    private Path mbox(String name, String... mails) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", mails));
    }

    private static String patch(String subject, String message, int kind) {
        return mail(subject, message + "\n---\n file.c | 1 +\n\n" + diff(kind));
    }

    private static String mail(String subject, String text) {
        return """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: A U Thor <author@example.com>
        Subject: %s

        %s
        """
                .formatted(subject, text);
    }

    private static String diff(int kind) {
        return """
        diff --git a/file.c b/file.c
        --- a/file.c
        +++ b/file.c
        @@ -1,1 +1,20 @@
        -0
        """
                + IntStream.range(0, 20)
                        .mapToObj(line -> "+line %d.%d\n".formatted(kind, line))
                        .collect(Collectors.joining());
    }
}
