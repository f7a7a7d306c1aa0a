package io.patchbay.qmp.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands and events of one server, with the types they share. */
public final class Declarations {

    private final Types types = new Types();
    private final Map<Class<?>, CommandType> commands = new LinkedHashMap<>();
    private final Map<Object, EventType> events = new LinkedHashMap<>();
    private List<SchemaInfo> schema = List.of();

    public synchronized CommandType command(Class<? extends Command<?>> command) {
        schema = List.of();
        return commands.computeIfAbsent(command, added -> new CommandType(command, types));
    }

    public synchronized EventType event(Class<? extends Event> event) {
        schema = List.of();
        return events.computeIfAbsent(event, added -> new EventType(event, types));
    }

    public synchronized EventType event(EventDescription<?> event) {
        schema = List.of();
        return events.computeIfAbsent(event, _ -> new EventType(event, types));
    }

    /** Prints a record that is neither a command's nor an event's. */
    public <T> Printer<T> printer(Class<T> record) {
        return types.of(record)::write;
    }

    /** The tag values of a sealed interface with {@link Tag}. */
    public static List<String> casesOf(Class<?> union) {
        return Arrays.stream(union.getPermittedSubclasses()).map(WireName::of).toList();
    }

    /** Everything declared so far, as {@code query-qmp-schema} shows it. */
    public synchronized List<SchemaInfo> schema() {
        if (schema.isEmpty()) {
            schema =
                    Schema.of(new ArrayList<>(commands.values()), new ArrayList<>(events.values()));
        }
        return schema;
    }
}
