package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.patchbay.testing.Corpus;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an ingest shows on a terminal, and what it writes into a pipe. */
@Timeout(120)
class PackagedIngestTest {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir private Path folder;

    private record Result(int exitCode, String out, String errors) {}

    @BeforeEach
    void addProject() throws Exception {
        run(java("project", "add", "harbor", "--list-id", "harbor-devel.lists.example.org"));
    }

    @Test
    void aTerminalShowsABar() throws Exception {
        assumeTrue(
                Files.isExecutable(SCRIPT),
                "*** SKIPPED: /usr/bin/script is missing (Debian: bsdutils) ***");

        var shown = run(onTerminal(java("ingest", mbox()))).out();

        assertThat(shown).contains("mails 100% [").contains("\r").contains("Processed 2 messages");
    }

    @Test
    void aQuietIngestShowsNothingOnATerminal() throws Exception {
        assumeTrue(
                Files.isExecutable(SCRIPT),
                "*** SKIPPED: /usr/bin/script is missing (Debian: bsdutils) ***");

        assertThat(run(onTerminal(java("ingest", "--quiet", mbox()))))
                .isEqualTo(new Result(0, "", ""));
    }

    @Test
    void aPipeGetsPlainLinesOnly() throws Exception {
        var result = run(java("ingest", mbox()));

        assertThat(result.out())
                .startsWith("Processed 2 messages -->\n")
                .doesNotContain("\r", "\u001b");
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void parsearchiveIsIngestForOneArchive() throws Exception {
        var result = run(java("parsearchive", mbox()));

        assertThat(result)
                .isEqualTo(
                        new Result(
                                0,
                                """
                                Processed 2 messages -->
                                     1 cover letters
                                     1 patches
                                     0 comments
                                     0 duplicates
                                     0 dropped
                                     0 errors
                                Total: 2 new entries
                                """,
                                ""));
        var missing = run(java("parsearchive", folder.resolve("none").toString()));
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.errors()).contains("no such file");
    }

    private String mbox() throws IOException {
        var mbox = new StringBuilder();
        for (var number : List.of("001", "002")) {
            mbox.append("From mboxrd@z Thu Jan  1 00:00:00 1970\n")
                    .append(Files.readString(Corpus.mail(number)))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("list.mbox"), mbox).toString();
    }

    private static List<String> onTerminal(List<String> command) {
        return List.of(
                SCRIPT.toString(),
                "--quiet",
                "--return",
                "--command",
                String.join(" ", command),
                "/dev/null");
    }

    private List<String> java(String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Dpatchbay.home=..",
                                "-jar",
                                "target/patchbay/patchbay.jar"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        return command;
    }

    private Result run(List<String> command) throws Exception {
        var errors = folder.resolve("errors").toFile();
        var process =
                new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectError(errors)
                        .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, Files.readString(errors.toPath()));
    }
}
