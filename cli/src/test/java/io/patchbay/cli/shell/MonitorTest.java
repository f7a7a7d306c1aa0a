package io.patchbay.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.cli.Main;
import io.patchbay.cli.Run;
import io.patchbay.cli.RunningServer;
import io.patchbay.cli.data.MonitorLine;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code patchbay monitor} on a real server. */
@Timeout(60)
class MonitorTest {

    @TempDir private Path data;
    private RunningServer running;

    @BeforeEach
    void serve() throws IOException {
        running = RunningServer.on(data);
        Run.of("project", "add", "harbor", "--list-id", "harbor.example.org", "--data", data);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aCommandPrintsWhatItReturnsAsJson() {
        var run = Run.of("monitor", "--data", data, "query-status");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        {
                            "status": "running",
                            "running": true
                        }
                        """);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void argumentsAreWordsThatTheSchemaGivesTheirKind() {
        var added =
                Run.of(
                        "monitor",
                        "--data",
                        data,
                        "project-add",
                        "link-name=7",
                        "list-id=seven.example.org");
        var unknown = Run.of("monitor", "--data", data, "query-patch", "id=7");

        assertThat(added.out()).contains("\"link-name\": \"7\"");
        assertThat(unknown).isEqualTo(new Run(1, "", "patchbay: Patch 7 not found\n"));
    }

    @Test
    void aRequestInJsonIsTakenAsItIs() {
        var run =
                Run.of(
                        "monitor",
                        "--data",
                        data,
                        "{'execute': 'qom-list', 'arguments': {'path': '/objects'}}");

        assertThat(run.out()).contains("\"name\": \"type\"");
    }

    @Test
    void anotherMonitorIsNamedByItsSocket() {
        var run = Run.of("monitor", "--socket", data.resolve("monitor.sock"), "query-projects");

        assertThat(run.out()).contains("\"harbor\"");
    }

    @Test
    void withoutAServerItSaysWhatToDo(@TempDir Path empty) {
        var run = Run.of("monitor", "--data", empty, "query-status");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("no server answers at '" + empty.resolve("monitor.sock") + "'")
                .contains("'serve --data " + empty + "' starts one");
        assertThat(Run.of("monitor", "--socket", "127.0.0.1:1", "stop").err())
                .contains("no monitor answers at '127.0.0.1:1'");
    }

    @Test
    void linesOfAPipeAreRunOneAfterTheOther() {
        var run =
                lines(
                        """
                        query-status

                        no-such-command
                        {"execute": "stop"}
                        quit
                        help query-patch
                        exit
                        never-read
                        """);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("\"status\": \"running\"")
                .contains("STOP\n{}\n")
                .contains("  id=int");
        assertThat(run.err())
                .contains("patchbay: The command no-such-command has not been found\n")
                .contains("'quit' would end the server: say 'quit!'")
                .doesNotContain("never-read");
    }

    @Test
    void helpListsTheCommandsAndTheirArguments() {
        var run = lines("help\nhelp chardev-add\nhelp stop\nhelp nothing\n");

        assertThat(run.out())
                .contains("quit!                 ends the server")
                .contains("\nquery-projects\n")
                .contains("  backend=object: backend.type=")
                .contains("stop takes no arguments");
        assertThat(run.err()).contains("there is no command 'nothing'");
    }

    @Test
    void wordsAreCompletedFromTheSchema() throws IOException {
        try (var client = MonitorLine.own(data, event -> {})) {
            var shell = new MonitorShell(client, text -> {}, text -> {});

            assertThat(shell.completions(List.of("query-p")))
                    .contains("query-patch", "query-projects");
            assertThat(shell.completions(List.of("add-check", "")))
                    .contains("id=", "context=", "state=");
            assertThat(shell.completions(List.of("add-check", "id=1", "state=")))
                    .contains("state=success", "state=warning")
                    .doesNotContain("id=");
            assertThat(shell.completions(List.of("help", "que"))).contains("query-patch");
        }
    }

    @Test
    void watchedEventsAreLinesOfJson() throws InterruptedException, IOException {
        var out = new StringWriter();
        var arguments = new String[] {"monitor", "--data", data.toString(), "--watch", "S*", "R"};
        var watching =
                Thread.ofVirtual()
                        .start(() -> {
                            int unused =
                                    Main.commandLine(arguments)
                                            .setOut(new PrintWriter(out))
                                            .execute(arguments);
                        });
        try (var client = MonitorLine.own(data, event -> {})) {
            // Until the watcher has come.
            while (!out.toString().contains("\"event\": \"STOP\"")) {
                client.ask("stop");
                client.ask("cont");
            }
        }

        running.close();

        watching.join();
        assertThat(out.toString().lines())
                .allMatch(line -> line.startsWith("{\"timestamp\": {"))
                .noneMatch(line -> line.contains("RESUME"))
                .last()
                .asString()
                .contains("\"event\": \"SHUTDOWN\"");
    }

    private Run lines(String text) {
        var input = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return Run.of("monitor", "--data", data);
        } finally {
            System.setIn(input);
        }
    }
}
