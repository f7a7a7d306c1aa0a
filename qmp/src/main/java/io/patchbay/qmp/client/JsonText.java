package io.patchbay.qmp.client;

import io.patchbay.qmp.json.Incoming;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonOutput;
import io.patchbay.qmp.json.Limits;
import io.patchbay.qmp.json.MessageReader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON as people write and read it. */
public final class JsonText {

    private JsonText() {}

    /** The one value that a text is; nothing if it is none, or several. */
    public static Optional<Json> parse(String text) {
        // A number or a word ends only where something follows.
        var bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
        var reader = new MessageReader(Limits.QEMU);
        return reader.next(bytes) instanceof Incoming.Value(var json)
                        && reader.next(bytes) == null
                        && reader.betweenMessages()
                ? Optional.of(json)
                : Optional.empty();
    }

    /** In one line. */
    public static String line(Json json) {
        return print(json, false);
    }

    /** A member or an element a line, without an end of line behind the last. */
    public static String pretty(Json json) {
        return print(json, true).replace("\r\n", "\n");
    }

    private static String print(Json json, boolean pretty) {
        var out = new JsonOutput(pretty);
        out.value(json);
        return new String(out.toBytes(), StandardCharsets.US_ASCII);
    }
}
