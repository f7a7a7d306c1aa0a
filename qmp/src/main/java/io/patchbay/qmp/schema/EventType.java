package io.patchbay.qmp.schema;

import io.patchbay.qmp.json.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** What an event's declaration says: its name, its data and how often it may be sent. */
public final class EventType {

    private final String name;
    private final StructType data;
    private final @Nullable List<String> limitedBy;

    EventType(Class<? extends Event> event, Types types) {
        name = WireName.ofEvent(event);
        var limit = event.getAnnotation(OncePerSecond.class);
        limitedBy = limit == null ? KnownLimits.MEMBERS.get(name) : List.of(limit.by());
        if (!(types.of(event) instanceof StructType struct)) {
            throw new IllegalArgumentException("an event must be a record: " + event);
        }
        data = struct;
    }

    EventType(EventDescription<?> event, Types types) {
        name = event.name();
        limitedBy = KnownLimits.MEMBERS.get(name);
        data = types.of(event);
    }

    public String name() {
        return name;
    }

    public boolean hasData() {
        return !data.members().isEmpty();
    }

    public void writeData(Event event, JsonOutput out) {
        data.write(event, out);
    }

    /**
     * What an event is limited with: equal for two of which only the later may be sent; empty if it
     * is not limited.
     */
    public Optional<Object> limitedWith(Event event) {
        if (limitedBy == null) {
            return Optional.empty();
        }
        return Optional.of(
                limitedBy.stream().map(member -> data.component(event, member)).toList());
    }

    StructType data() {
        return data;
    }
}
