package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The shell as a person has it: on a terminal, which {@code script} makes. */
@Timeout(120)
class PackagedShellTest {

    private static final Path JAR = Path.of("target/patchbay/patchbay.jar");

    @TempDir private Path folder;

    @Test
    void aPersonCompletesRunsRecallsAndSeesEvents() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")),
                "SKIPPED: no /usr/bin/script to make a terminal with");
        try (var running = RunningServer.on(folder.resolve("data"))) {
            assertThat(running.server().url()).isNotEmpty();
            var shell = shell();
            try (var keys = shell.outputWriter();
                    var screen = shell.inputReader()) {
                await("(qmp) ", screen);
                type("query-vers\t\r", keys);
                await("\"major\": 0", screen);
                await("(qmp) ", screen);
                type("chardev-add back\t", keys);
                await("backend.", screen);
                type("\u0003", keys);
                await("(qmp) ", screen);
                type("stop\r", keys);
                await("STOP", screen);
                await("}", screen);
                await("(qmp) ", screen);
                // The line before.
                type("\u0010\r", keys);
                await("}", screen);
                await("(qmp) ", screen);
                type("exit\r", keys);
                // A screen that closes earlier would end the shell by a signal.
                var unused = screen.transferTo(Writer.nullWriter());
                assertThat(shell.waitFor()).isZero();
            }
        }
        assertThat(folder.resolve("state/patchbay/monitor-history"))
                .content()
                .contains("query-version", "stop");
    }

    private Process shell() throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        // What is started behind a script's "&" ignores SIGINT, and so do the processes it starts:
        // Ctrl-C would do nothing, and a Java that finds it ignored leaves it so.
        var command =
                "stty rows 40 cols 120; exec env --default-signal=INT '%s' -jar '%s' monitor --data '%s'"
                        .formatted(java, JAR, folder.resolve("data"));
        var builder =
                new ProcessBuilder("script", "-qefc", command, "/dev/null")
                        .redirectErrorStream(true);
        builder.environment().put("TERM", "xterm");
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        var shell = builder.start();
        // What waits for the screen in vain sees its end then.
        Thread.ofVirtual().start(() -> endAfterAMinute(shell));
        return shell;
    }

    private static void endAfterAMinute(Process shell) {
        try {
            if (!shell.waitFor(1, TimeUnit.MINUTES)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void type(String keys, Writer to) throws IOException {
        to.write(keys);
        to.flush();
    }

    /** Reads the screen up to this text. */
    private static void await(String text, Reader screen) throws IOException {
        var seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = screen.read();
            assertThat(next)
                    .as("the shell ended without '%s'; it showed: %s", text, seen)
                    .isNotNegative();
            seen.append((char) next);
        }
    }
}
