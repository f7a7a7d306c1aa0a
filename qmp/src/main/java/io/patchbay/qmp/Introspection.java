package io.patchbay.qmp;

import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Declarations;
import io.patchbay.qmp.schema.SchemaInfo;

import java.util.List;

/** What a client can ask about the server itself. */
final class Introspection {

    record QueryVersion() implements Command<Version> {}

    record QueryCommands() implements Command<List<CommandInfo>> {}

    record CommandInfo(String name) {}

    record QueryQmpSchema() implements Command<List<SchemaInfo>> {}

    private Introspection() {}

    static void addTo(Commands commands, Version version, Declarations declarations) {
        commands.answer(QueryVersion.class, (query, caller) -> version);
        commands.answer(
                QueryCommands.class,
                (query, caller) -> available(commands, ((Session) caller).on()));
        commands.answer(QueryQmpSchema.class, (query, caller) -> declarations.schema());
    }

    private static List<CommandInfo> available(Commands commands, Monitor monitor) {
        return commands.available().stream().filter(monitor::allows).map(CommandInfo::new).toList();
    }
}
