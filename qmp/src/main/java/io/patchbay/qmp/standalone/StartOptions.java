package io.patchbay.qmp.standalone;

import io.patchbay.qmp.MonitorOptions;
import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.chardev.Chardev;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.qmp.standalone.ChardevOption.Source;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What {@code -chardev}, {@code -mon}, {@code -object}, {@code -qmp} and {@code -qmp-pretty} of a
 * command line plug into a server when it starts, in QEMU's syntax (spec §9). Any host can take
 * them; faults are {@link UsageError}s that begin with the option.
 */
public final class StartOptions {

    // The descriptor that the launcher has moved to standard input, where a JVM can take it.
    private static final int INHERITED = Integer.getInteger("qmp.inherited-fd", 0);

    /** What an option stands for, and the option as it was written, for error messages. */
    record Given<T>(String text, T value) {}

    private final List<Given<ObjectOption.Credentials>> credentials = new ArrayList<>();
    private final List<Given<ChardevOption>> chardevs = new ArrayList<>();
    private final List<Given<MonitorOptions>> monitors = new ArrayList<>();
    private int shortForms;

    /** {@code -chardev}: a character device. */
    public void chardev(String value) {
        add(given("-chardev", value, ChardevOption::parse));
    }

    /** {@code -mon}: a monitor on a character device. */
    public void monitor(String value) {
        monitors.add(given("-mon", value, MonitorOption::parse));
    }

    /** {@code -object}: a monitor, or the credentials of TLS. */
    public void object(String value) {
        var given = given("-object", value, ObjectOption::parse);
        switch (given.value()) {
            case ObjectOption.Monitor(var options) ->
                    monitors.add(new Given<>(given.text(), options));
            case ObjectOption.Credentials parsed ->
                    credentials.add(new Given<>(given.text(), parsed));
        }
    }

    /** {@code -qmp}: a chardev and a monitor in one, both with the name that QEMU gives them. */
    public void qmp(String value) {
        addShort("-qmp", value, false);
    }

    /** {@code -qmp-pretty}: as {@link #qmp}, printing for people. */
    public void qmpPretty(String value) {
        addShort("-qmp-pretty", value, true);
    }

    private void addShort(String option, String value, boolean pretty) {
        var id = "compat_monitor" + shortForms++;
        var chardev = given(option, value, device -> ChardevOption.parseDevice(id, device));
        add(chardev);
        monitors.add(new Given<>(chardev.text(), MonitorOptions.on(id).named(id).pretty(pretty)));
    }

    private void add(Given<ChardevOption> chardev) {
        var id = chardev.value().id();
        if (chardevs.stream().anyMatch(other -> other.value().id().equals(id))) {
            throw new UsageError("%s: Duplicate ID '%s' for chardev".formatted(chardev.text(), id));
        }
        chardevs.add(chardev);
    }

    static <T> Given<T> given(String option, String value, Function<String, T> parser) {
        var text = option + " " + value;
        try {
            return new Given<>(text, parser.apply(value));
        } catch (UsageError error) {
            throw new UsageError(text + ": " + error.getMessage());
        }
    }

    List<Given<ChardevOption>> chardevs() {
        return chardevs;
    }

    List<Given<MonitorOptions>> monitors() {
        return monitors;
    }

    /**
     * Opens the chardevs, each in its order, then plugs the monitors in.
     *
     * @param notice is told of each chardev that waits for its first client
     */
    public void plugInto(QmpServer server, Consumer<String> notice) throws InterruptedException {
        for (var given : credentials) {
            orUsageError(
                    given.text(),
                    () -> server.addTlsCredentials(given.value().id(), given.value().load()));
        }
        for (var given : chardevs) {
            var chardev = open(server, given);
            if (given.value().waitForClient()) {
                notice.accept("waiting for connection on: " + chardev.filename());
                chardev.awaitClient();
            }
        }
        for (var given : monitors) {
            orUsageError(given.text(), () -> server.addMonitor(given.value()));
        }
    }

    private static void orUsageError(String option, Runnable deed) {
        try {
            deed.run();
        } catch (QmpError refused) {
            throw new UsageError(option + ": " + refused.description());
        }
    }

    private static Chardev open(QmpServer server, Given<ChardevOption> given) {
        var option = given.value();
        try {
            return switch (option.source()) {
                case Source.Open(var backend) -> server.addChardev(option.id(), backend);
                case Source.Inherited(int descriptor) -> inherited(server, option.id(), descriptor);
            };
        } catch (QmpError refused) {
            var prefix = "Failed to add chardev '%s': ".formatted(option.id());
            var reason = refused.description();
            throw new UsageError(
                    given.text()
                            + ": "
                            + (reason.startsWith(prefix)
                                    ? reason.substring(prefix.length())
                                    : reason));
        }
    }

    private static Chardev inherited(QmpServer server, String id, int descriptor) {
        try {
            if (descriptor == INHERITED) {
                switch (System.inheritedChannel()) {
                    case SocketChannel connected -> {
                        return server.addChardev(id, connected);
                    }
                    case ServerSocketChannel listening -> {
                        return server.addChardev(id, listening);
                    }
                    case null, default -> {
                        // Not a stream socket; reported below with all other descriptors.
                    }
                }
            }
        } catch (IOException unusable) {
            throw new QmpError(
                    "File descriptor '%d' is not usable: %s"
                            .formatted(descriptor, unusable.getMessage()));
        }
        throw new QmpError("File descriptor '%d' is not a socket".formatted(descriptor));
    }
}
