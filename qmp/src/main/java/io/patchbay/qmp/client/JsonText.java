package io.patchbay.qmp.client;

import io.patchbay.qmp.json.Incoming;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonOutput;
import io.patchbay.qmp.json.Limits;
import io.patchbay.qmp.json.MessageReader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON as people write and read it. */
public final class JsonText {

    // No text in JSON holds an end of line, so this finds brackets with nothing between them only.
    private static final Pattern EMPTY = Pattern.compile("([\\[{])\\n *([]}])");

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
        var text = print(json, true).replace("\r\n", "\n");
        return EMPTY.matcher(text).replaceAll("$1$2");
    }

    private static String print(Json json, boolean pretty) {
        var out = new JsonOutput(pretty);
        out.value(json);
        return new String(out.toBytes(), StandardCharsets.US_ASCII);
    }
}
