package io.patchbay.qmp;

import io.patchbay.qmp.json.Incoming;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.json.MemberOrder;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What a client asks, as far as the shape of its message tells (spec §5). */
sealed interface Request {

    JsonObject NO_ARGUMENTS = JsonObject.of(Map.of());

    /** The id that the reply will carry, if the message had one. */
    @Nullable Json id();

    /** A well-formed request to carry out a command. */
    record Execute(String command, JsonObject arguments, @Nullable Json id, boolean outOfBand)
            implements Request {}

    /** A message that is none. */
    record Malformed(String description, @Nullable Json id) implements Request {}

    static Request of(Incoming incoming, boolean outOfBandEnabled) {
        return switch (incoming) {
            case Incoming.Fault(var description) -> new Malformed(description, null);
            case Incoming.Value(JsonObject message) -> of(message, outOfBandEnabled);
            case Incoming.Value other -> new Malformed("QMP input must be a JSON object", null);
        };
    }

    private static Request of(JsonObject message, boolean outOfBandEnabled) {
        var id = message.get("id");
        var command = message.get("execute");
        var arguments = message.get("arguments");
        int understood = (id == null ? 0 : 1) + (arguments == null ? 0 : 1) + 1;
        boolean outOfBand = outOfBandEnabled && command == null && message.has("exec-oob");
        if (outOfBand) {
            command = message.get("exec-oob");
        }
        if (command instanceof Json.Text(var name) && understood == message.size()) {
            if (arguments == null) {
                return new Execute(name, NO_ARGUMENTS, id, outOfBand);
            }
            if (arguments instanceof JsonObject given) {
                return new Execute(name, given, id, outOfBand);
            }
        }
        return new Malformed(firstFault(message, outOfBandEnabled), id);
    }

    /** What is wrong with a message that is not understood, its members looked at in hash order. */
    private static String firstFault(JsonObject message, boolean outOfBandEnabled) {
        for (int at : MemberOrder.of(message)) {
            var name = message.key(at);
            var value = message.value(at);
            boolean names = name.equals("execute") || outOfBandEnabled && name.equals("exec-oob");
            if (names && !(value instanceof Json.Text)) {
                return "QMP input member '%s' must be a string".formatted(name);
            }
            if (names && outOfBandEnabled && message.has("execute") && message.has("exec-oob")) {
                return "QMP input member 'execute' clashes with 'exec-oob'";
            }
            if (name.equals("arguments") && !(value instanceof JsonObject)) {
                return "QMP input member 'arguments' must be an object";
            }
            if (!names && !name.equals("arguments") && !name.equals("id")) {
                return "QMP input member '%s' is unexpected".formatted(name);
            }
        }
        return "QMP input lacks member 'execute'";
    }
}
