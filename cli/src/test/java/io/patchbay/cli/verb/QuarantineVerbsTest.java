package io.patchbay.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.Run;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class QuarantineVerbsTest {

    private static final String WITHOUT_SENDER =
            """
            Subject: [PATCH] one
            Message-Id: <1@example.org>
            List-Id: <demo.example.org>

            Text.
            """;

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void ingestOneMailThatCannotBeFiled() throws IOException {
        data = folder.resolve("data");
        Run.of("project", "add", "demo", "--list-id", "demo.example.org", "--data", data);
        var mail = Files.writeString(folder.resolve("one.eml"), WITHOUT_SENDER);
        Run.of("ingest", "--data", data, mail);
    }

    @Test
    void aMailThatCannotBeFiledIsListed() {
        var run = Run.of("quarantine", "list", "--data", data);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("1\t\\S+Z\tbroken\tMissing 'From' header\t\\[PATCH] one\n");
    }

    @Test
    void aMailIsShownWithWhatIsKnownOfIt() {
        var run = Run.of("quarantine", "show", "1", "--data", data);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Origin: " + folder.resolve("one.eml") + "\n")
                .contains("Reason: Missing 'From' header\n")
                .endsWith("\n\n" + WITHOUT_SENDER + "\n");
    }

    @Test
    void aRetryThatFilesNothingSaysSoAndFails() {
        var run = Run.of("quarantine", "retry", "--all", "--data", data);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("1\tkept in the quarantine: Missing 'From' header\n");
        assertThat(Run.of("quarantine", "show", "1", "--data", data).out())
                .contains("Attempts: 2\n");
    }

    @Test
    void aRetryNeedsToBeToldWhat() {
        assertThat(Run.of("quarantine", "retry", "--data", data).err())
                .contains("expected ids of mails, or --all");
        assertThat(Run.of("quarantine", "retry", "--all", "1", "--data", data).err())
                .contains("expected ids of mails, or --all");
    }

    @Test
    void aMailThatIsDroppedIsGone() {
        assertThat(Run.of("quarantine", "drop", "1", "--data", data).exitCode()).isZero();

        assertThat(Run.of("quarantine", "list", "--all", "--data", data).out()).isEmpty();
    }

    @Test
    void nothingIsDroppedIfAnyIdIsWrong() {
        var run = Run.of("quarantine", "drop", "1", "7", "--data", data);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no mail 7");
        assertThat(Run.of("quarantine", "list", "--data", data).out()).startsWith("1\t");
    }
}
