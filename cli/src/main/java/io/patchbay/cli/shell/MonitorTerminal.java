package io.patchbay.cli.shell;

import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.json.JsonObject;

import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A shell over a monitor for a person at a terminal: history, completion, events above the line.
 */
final class MonitorTerminal {

    private static final String PROMPT = "(qmp) ";

    private final LineReader reader;
    private final MonitorShell shell;

    private MonitorTerminal(LineReader reader, MonitorShell shell) {
        this.reader = reader;
        this.shell = shell;
    }

    static int run(QmpClient client, Consumer<Consumer<JsonObject>> hear) throws IOException {
        try (var terminal = TerminalBuilder.builder().dumb(true).build()) {
            Consumer<String> print =
                    text -> {
                        terminal.writer().println(text);
                        terminal.flush();
                    };
            var shell = new MonitorShell(client, print, print);
            var reader =
                    LineReaderBuilder.builder()
                            .appName("patchbay")
                            .terminal(terminal)
                            .parser(new ShellWords())
                            .completer((_, line, found) -> complete(shell, line, found))
                            .variable(LineReader.HISTORY_FILE, history())
                            .build();
            hear.accept(event -> reader.printAbove(MonitorShell.shown(event)));
            new MonitorTerminal(reader, shell).run();
            return 0;
        }
    }

    private static Path history() throws IOException {
        var state =
                Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                        .orElseGet(
                                () -> Path.of(System.getProperty("user.home"), ".local", "state"));
        return Files.createDirectories(state.resolve("patchbay")).resolve("monitor-history");
    }

    private static void complete(MonitorShell shell, ParsedLine line, List<Candidate> found) {
        var words = line.words().subList(0, line.wordIndex() + 1);
        for (var word : shell.completions(words)) {
            // What ends with '=' or '.' goes on without a blank.
            boolean whole = !word.endsWith("=") && !word.endsWith(".");
            found.add(new Candidate(word, word, null, null, null, null, whole));
        }
    }

    private void run() throws IOException {
        while (true) {
            try {
                var line = reader.readLine(PROMPT).strip();
                if (line.equals("exit")) {
                    return;
                }
                boolean unused = shell.run(line);
            } catch (UserInterruptException cancelled) {
                // Ctrl-C drops the line that was begun.
                continue;
            } catch (EndOfFileException left) {
                return;
            }
        }
    }
}
