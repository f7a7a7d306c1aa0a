package io.patchbay.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.Run;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class IngestTest {

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void addProject() {
        data = folder.resolve("data");
        Run.of("project", "add", "demo", "--list-id", "demo.example.org", "--data", data);
    }

    @Test
    void aSummaryTellsWhatBecameOfTheMails() throws IOException {
        var mbox = mbox(mail("[PATCH] one", "<1@x>"), mail("[PATCH] two", "<2@x>"));

        var run = Run.of("ingest", "--data", data, mbox);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        Processed 2 messages -->
                             0 cover letters
                             2 patches
                             0 comments
                             0 duplicates
                             0 dropped
                             0 errors
                        Total: 2 new entries
                        """);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatIsHereAlreadyIsADuplicate() throws IOException {
        var mbox = mbox(mail("[PATCH] one", "<1@x>"));
        Run.of("ingest", "--data", data, mbox);

        var again = Run.of("ingest", "--data", data, mbox);

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("     1 duplicates\n").contains("Total: 0 new entries\n");
    }

    @Test
    void aBrokenMailIsNamedAndDoesNotFailTheRest() throws IOException {
        var mbox =
                mbox(
                        mail("[PATCH] one", "<1@x>").replaceFirst("From: .*\n", ""),
                        mail("[PATCH] two", "<2@x>"));

        var run = Run.of("ingest", "--data", data, mbox);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("     1 patches\n").contains("     1 errors\n");
        assertThat(run.err()).isEqualTo("patchbay: " + mbox + ", mail 1: Missing 'From' header\n");
    }

    @Test
    void mailsOfAListThatNobodyFollowsAreDroppedAndTold() throws IOException {
        var mbox = mbox(mail("[PATCH] one", "<1@x>").replace("demo.example", "other.example"));

        var run = Run.of("ingest", "--data", data, mbox);

        assertThat(run.out()).contains("     1 dropped\n");
        assertThat(run.err())
                .contains("1 of the dropped mails came from lists that no project has");
    }

    @Test
    void aListIdTakesMailsOfAnyList() throws IOException {
        var mbox = mbox(mail("[PATCH] one", "<1@x>").replace("demo.example", "other.example"));

        var run = Run.of("ingest", "--data", data, "--list-id", "demo.example.org", mbox);

        assertThat(run.out()).contains("     1 patches\n");
    }

    @Test
    void anUnknownListIdIsRefused() throws IOException {
        var run =
                Run.of(
                        "ingest",
                        "--data",
                        data,
                        "--list-id",
                        "x.example.org",
                        mbox(mail("a", "<1@x>")));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "patchbay: no project has the list id 'x.example.org'; there are:"
                                + " demo.example.org\n");
    }

    @Test
    void aMissingArchiveIsRefusedBeforeAnythingIsTaken() throws IOException {
        var mbox = mbox(mail("[PATCH] one", "<1@x>"));

        var run = Run.of("ingest", "--data", data, mbox, folder.resolve("none.mbox"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("none.mbox").contains("no such file");
        assertThat(Run.of("ingest", "--data", data, mbox).out()).contains("     1 patches\n");
    }

    private Path mbox(String... mails) throws IOException {
        var text = new StringBuilder();
        for (var mail : mails) {
            text.append("From mboxrd@z Thu Jan  1 00:00:00 1970\n").append(mail).append('\n');
        }
        return Files.writeString(folder.resolve("list.mbox"), text);
    }

    private static String mail(String subject, String messageId) {
        return """
        From: Ann <ann@example.org>
        Subject: %s
        Message-Id: %s
        Date: Mon, 01 Jan 2024 00:00:00 +0000
        List-Id: <demo.example.org>

        Because.

        --- a/file
        +++ b/file
        @@ -1 +1 @@
        -old
        +new
        """
                .formatted(subject, messageId);
    }
}
