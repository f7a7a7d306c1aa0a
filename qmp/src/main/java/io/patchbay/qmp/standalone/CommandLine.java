package io.patchbay.qmp.standalone;

import io.patchbay.qmp.standalone.Launch.Help;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a command line (spec §9), of which options about real machines are taken and not heeded.
 */
final class CommandLine {

    private final StartOptions plugs = new StartOptions();
    private boolean paused;
    private Optional<String> name = Optional.empty();
    private UUID uuid = new UUID(0, 0);
    private Help help = Help.NONE;

    static Launch parse(List<String> arguments) {
        var line = new CommandLine();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            line.take(option, rest);
        }
        return new Launch(line.plugs, line.paused, line.name, line.uuid.toString(), line.help);
    }

    private void take(String option, Iterator<String> rest) {
        switch (option.startsWith("--") ? option.substring(1) : option) {
            case "-S" -> paused = true;
            case "-version" -> help = Help.VERSION;
            case "-nodefaults", "-no-user-config", "-nographic" -> {}
            case "-display", "-vga", "-accel" -> argument(option, rest);
            case "-M", "-machine" -> machine(argument(option, rest));
            case "-name" -> name = new OptionText(argument(option, rest), "guest").take("guest");
            case "-uuid" ->
                    uuid =
                            StartOptions.given(option, argument(option, rest), CommandLine::uuid)
                                    .value();
            case "-chardev" -> plugs.chardev(argument(option, rest));
            case "-mon" -> plugs.monitor(argument(option, rest));
            case "-object" -> plugs.object(argument(option, rest));
            case "-qmp" -> plugs.qmp(argument(option, rest));
            case "-qmp-pretty" -> plugs.qmpPretty(argument(option, rest));
            default ->
                    throw new UsageError(
                            option.startsWith("-")
                                    ? option + ": invalid option"
                                    : option
                                            + ": options start with a dash; nothing else is taken");
        }
    }

    private void machine(String machine) {
        switch (machine) {
            case "help" -> help = Help.MACHINES;
            case "none" -> {}
            default ->
                    throw new UsageError(
                            """
                            unsupported machine type
                            Use -machine help to list supported machines\
                            """);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new UsageError("failed to parse UUID string: wrong format");
        }
    }

    private static String argument(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageError(option + ": requires an argument");
        }
        return rest.next();
    }
}
