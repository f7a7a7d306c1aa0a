package io.patchbay.qmp;

import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.QmpError;

import java.util.List;
import java.util.Optional;

/** Monitors that are plugged in and out while the server runs (spec §11.1 to §11.3). */
final class MonitorCommands {

    /** {@code allow} limits the new monitor to the commands that match one of its globs. */
    record MonitorAdd(
            String id, String chardev, Optional<Boolean> pretty, Optional<List<String>> allow)
            implements Command<Empty> {}

    record MonitorRemove(String id) implements Command<Empty> {}

    record QueryMonitors() implements Command<List<MonitorInfo>> {}

    record MonitorInfo(
            Optional<String> id,
            MonitorMode mode,
            String chardev,
            boolean dynamic,
            Optional<List<String>> allow) {}

    enum MonitorMode {
        READLINE,
        CONTROL
    }

    private MonitorCommands() {}

    static void addTo(Commands commands, Monitors monitors) {
        commands.perform(
                MonitorAdd.class, (asked, caller) -> add(asked, (Session) caller, monitors));
        commands.perform(
                MonitorRemove.class,
                (asked, caller) -> remove(asked.id(), (Session) caller, monitors));
        commands.answer(
                QueryMonitors.class,
                (query, caller) -> monitors.all().stream().map(MonitorCommands::info).toList());
    }

    private static void add(MonitorAdd asked, Session session, Monitors monitors) {
        var authority = session.on().authority().delegate(asked.allow());
        var options =
                MonitorOptions.on(asked.chardev())
                        .named(asked.id())
                        .pretty(asked.pretty().orElse(false));
        monitors.add(options, authority, true, Monitors.TAKEN);
    }

    private static void remove(String id, Session session, Monitors monitors) {
        var monitor =
                monitors.find(id)
                        .orElseThrow(() -> new QmpError("Monitor '%s' not found".formatted(id)));
        if (!monitor.dynamic()) {
            throw new QmpError("Monitor '%s' was not added with monitor-add".formatted(id));
        }
        // A session that removes its own monitor keeps its connection: that belongs to the chardev,
        // and the client is still to read the reply.
        boolean itself = session.on() == monitor;
        monitors.remove(monitor, !itself);
    }

    private static MonitorInfo info(Monitor monitor) {
        return new MonitorInfo(
                monitor.id(),
                MonitorMode.CONTROL,
                monitor.chardev().label(),
                monitor.dynamic(),
                monitor.authority().globs());
    }
}
