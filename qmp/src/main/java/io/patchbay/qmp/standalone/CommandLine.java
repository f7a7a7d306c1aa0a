package io.patchbay.qmp.standalone;

import io.patchbay.qmp.MonitorOptions;
import io.patchbay.qmp.standalone.Launch.Given;
import io.patchbay.qmp.standalone.Launch.Help;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads a command line (spec §9), of which options about real machines are taken and not heeded.
 */
final class CommandLine {

    private final List<Given<ChardevOption>> chardevs = new ArrayList<>();
    private final List<Given<MonitorOptions>> monitors = new ArrayList<>();
    private boolean paused;
    private Optional<String> name = Optional.empty();
    private UUID uuid = new UUID(0, 0);
    private Help help = Help.NONE;
    private int shortMonitors;

    static Launch parse(List<String> arguments) {
        var line = new CommandLine();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            line.take(option, rest);
        }
        return new Launch(
                List.copyOf(line.chardevs),
                List.copyOf(line.monitors),
                line.paused,
                line.name,
                line.uuid.toString(),
                line.help);
    }

    private void take(String option, Iterator<String> rest) {
        switch (option.startsWith("--") ? option.substring(1) : option) {
            case "-S" -> paused = true;
            case "-version" -> help = Help.VERSION;
            case "-nodefaults", "-no-user-config", "-nographic" -> {}
            case "-display", "-vga", "-accel" -> argument(option, rest);
            case "-M", "-machine" -> machine(argument(option, rest));
            case "-name" -> name = new OptionText(argument(option, rest), "guest").take("guest");
            case "-uuid" -> uuid = given(option, rest, CommandLine::uuid).value();
            case "-chardev" -> add(given(option, rest, ChardevOption::parse));
            case "-mon" -> monitors.add(given(option, rest, MonitorOption::parse));
            case "-object" -> monitors.add(given(option, rest, MonitorOption::parseObject));
            case "-qmp" -> addShort(option, rest, false);
            case "-qmp-pretty" -> addShort(option, rest, true);
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

    private void add(Given<ChardevOption> chardev) {
        var id = chardev.value().id();
        if (chardevs.stream().anyMatch(other -> other.value().id().equals(id))) {
            throw new UsageError("%s: Duplicate ID '%s' for chardev".formatted(chardev.text(), id));
        }
        chardevs.add(chardev);
    }

    /** A chardev and a monitor in one option, both with the name that QEMU gives them. */
    private void addShort(String option, Iterator<String> rest, boolean pretty) {
        var id = "compat_monitor" + shortMonitors++;
        var chardev = given(option, rest, device -> ChardevOption.parseDevice(id, device));
        add(chardev);
        monitors.add(new Given<>(chardev.text(), MonitorOptions.on(id).named(id).pretty(pretty)));
    }

    private static <T> Given<T> given(
            String option, Iterator<String> rest, Function<String, T> parser) {
        var argument = argument(option, rest);
        var text = option + " " + argument;
        try {
            return new Given<>(text, parser.apply(argument));
        } catch (UsageError error) {
            throw new UsageError(text + ": " + error.getMessage());
        }
    }

    private static String argument(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageError(option + ": requires an argument");
        }
        return rest.next();
    }
}
