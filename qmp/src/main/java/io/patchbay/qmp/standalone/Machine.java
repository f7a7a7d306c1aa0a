package io.patchbay.qmp.standalone;

import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.ShutdownCause;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.Name;

import java.util.Optional;

/**
 * An empty machine: the commands about it that clients of QEMU expect and hosts have no use for.
 */
final class Machine {

    record QueryName() implements Command<NameInfo> {}

    record NameInfo(Optional<String> name) {}

    record QueryUuid() implements Command<UuidInfo> {}

    record UuidInfo(@Name("UUID") String uuid) {}

    @Name("system_reset")
    record SystemReset() implements Command<Empty> {}

    record Reset(boolean guest, ShutdownCause reason) implements Event {}

    @Name("system_powerdown")
    record SystemPowerdown() implements Command<Empty> {}

    record Powerdown() implements Event {}

    private Machine() {}

    static void addTo(QmpServer server, Optional<String> name, String uuid) {
        var events = server.events();
        events.declare(Reset.class);
        events.declare(Powerdown.class);
        var commands = server.commands();
        commands.answer(QueryName.class, (query, caller) -> new NameInfo(name));
        commands.answer(QueryUuid.class, (query, caller) -> new UuidInfo(uuid));
        commands.perform(
                SystemReset.class,
                (reset, caller) ->
                        events.emit(new Reset(false, ShutdownCause.HOST_QMP_SYSTEM_RESET)));
        commands.perform(
                SystemPowerdown.class, (powerdown, caller) -> events.emit(new Powerdown()));
    }
}
