package io.patchbay.qmp;

import io.patchbay.qmp.json.JsonOutput;
import io.patchbay.qmp.json.Key;
import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.EventType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** An event as it is sent, printed once for all sessions. */
final class EventText {

    private static final Key TIMESTAMP = new Key("timestamp");
    private static final Key SECONDS = new Key("seconds");
    private static final Key MICROSECONDS = new Key("microseconds");
    private static final Key EVENT = new Key("event");
    private static final Key DATA = new Key("data");

    private final Event event;
    private final EventType type;
    private final Instant when;
    private byte @Nullable [] line;
    private byte @Nullable [] prettyLines;

    EventText(Event event, EventType type, Instant when) {
        this.event = event;
        this.type = type;
        this.when = when;
    }

    /** The printed event; used by one thread at a time. */
    byte[] bytes(boolean pretty) {
        var printed = pretty ? prettyLines : line;
        if (printed == null) {
            printed = print(pretty);
            if (pretty) {
                prettyLines = printed;
            } else {
                line = printed;
            }
        }
        return printed;
    }

    private byte[] print(boolean pretty) {
        var out = new JsonOutput(pretty);
        out.beginObject();
        out.key(TIMESTAMP);
        out.beginObject();
        out.key(SECONDS);
        out.integer(when.getEpochSecond());
        out.key(MICROSECONDS);
        out.integer(when.getNano() / 1000);
        out.endObject();
        out.key(EVENT);
        out.text(type.name());
        if (type.hasData()) {
            out.key(DATA);
            type.writeData(event, out);
        }
        out.endObject();
        out.endMessage();
        return out.toBytes();
    }
}
