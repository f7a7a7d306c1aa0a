package io.patchbay.cli.shell;

import io.patchbay.cli.data.Output;
import io.patchbay.qmp.client.ArgumentWords;
import io.patchbay.qmp.client.JsonText;
import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.client.ServerSchema;
import io.patchbay.qmp.client.ServerSchema.Member;
import io.patchbay.qmp.client.ServerSchema.Shape;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.server.Refusal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What happens to the lines of a shell over a monitor, wherever they come from. */
final class MonitorShell {

    private static final String HELP =
            """
            COMMAND key=value …   runs a command and shows what it returns; a dot leads into an
                                  object (backend.type=null), a list is [1,2] or 1,2, and single
                                  quotes keep blanks together
            {"execute": …}        the same as QMP has it
            help                  this, and all commands
            help COMMAND          its arguments
            exit, Ctrl-D          leaves; the server goes on
            quit!                 ends the server
            Events are shown as they come.
            """;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final QmpClient client;
    private final ServerSchema schema;
    private final ArgumentWords arguments;
    private final Consumer<String> out;
    private final Consumer<String> err;

    MonitorShell(QmpClient client, Consumer<String> out, Consumer<String> err) throws IOException {
        this.client = client;
        this.schema = ServerSchema.of(client);
        this.arguments = new ArgumentWords(schema);
        this.out = out;
        this.err = err;
    }

    /**
     * Runs until the last line. A person at a terminal gets a line editor; lines that come through
     * a pipe are run as they are.
     *
     * @param hear takes who is to be told of events
     * @return the exit code: 1 if a line of a pipe failed
     */
    static int run(QmpClient client, Output output, Consumer<Consumer<JsonObject>> hear)
            throws IOException {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            return MonitorTerminal.run(client, hear);
        }
        hear.accept(event -> output.say(shown(event)));
        return new MonitorShell(client, output::say, output::warn).runLines();
    }

    private int runLines() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        boolean failed = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.strip().equals("exit")) {
                break;
            }
            failed |= !run(line);
        }
        return failed ? 1 : 0;
    }

    /** Runs one line; false if that failed. */
    boolean run(String line) throws IOException {
        var words = line.startsWith("{") ? List.of(line) : ShellWords.of(line);
        try {
            switch (words.isEmpty() ? "" : words.getFirst()) {
                case "" -> {}
                case "help" -> help(words);
                case "quit" ->
                        throw new QmpError(
                                "'quit' would end the server: say 'quit!' if you mean it, 'exit' leaves this shell");
                case "quit!" -> out.accept(MonitorCommand.of(List.of("quit")).on(client));
                default -> out.accept(MonitorCommand.of(words).on(client, () -> arguments));
            }
            return true;
        } catch (QmpError | Refusal refused) {
            err.accept(Refusal.reason(refused));
            return false;
        }
    }

    private void help(List<String> words) {
        if (words.size() == 1) {
            out.accept(HELP + "\n" + String.join("\n", schema.commands()));
            return;
        }
        var command = words.get(1);
        var type = schema.argumentsOf(command);
        if (type.isEmpty()) {
            throw new QmpError("there is no command '%s'".formatted(command));
        }
        out.accept(
                schema.shape(type.get()) instanceof Shape.Structure structure
                                && !structure.members().isEmpty()
                        ? structure.members().stream()
                                .map(member -> describe(command, member))
                                .collect(Collectors.joining("\n"))
                        : command + " takes no arguments");
    }

    private String describe(String command, Member member) {
        var kind =
                switch (schema.shape(member.type())) {
                    case Shape.Scalar(var json) -> json;
                    case Shape.Choice(var values) -> String.join("|", values);
                    case Shape.ListOf _ -> "list";
                    case Shape.Structure _ ->
                            "object: "
                                    + String.join(
                                            " ",
                                            arguments.completions(
                                                    command, List.of(), member.name() + "."));
                    case Shape.OneOf _ -> "one of several kinds";
                };
        return "  %s=%s%s".formatted(member.name(), kind, member.optional() ? " (optional)" : "");
    }

    /** The words that the last of these could become. */
    List<String> completions(List<String> words) {
        var word = words.getLast();
        if (words.size() == 1 || words.size() == 2 && words.getFirst().equals("help")) {
            return schema.commands();
        }
        return arguments.completions(words.getFirst(), words.subList(1, words.size() - 1), word);
    }

    /** An event in one line, with the time of day. */
    static String shown(JsonObject event) {
        long seconds =
                event.object("timestamp").flatMap(when -> when.integer("seconds")).orElse(0L);
        return "[%s] %s%s"
                .formatted(
                        TIME.format(Instant.ofEpochSecond(seconds)),
                        event.text("event").orElse("event"),
                        event.object("data").map(data -> " " + JsonText.line(data)).orElse(""));
    }
}
