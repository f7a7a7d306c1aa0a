package io.patchbay.qmp.standalone;

import io.patchbay.qmp.schema.Identifier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The value of an option: {@code key=value} pairs joined by commas, a doubled comma being a literal
 * one. Each key is taken out once; what is left in the end was not understood.
 */
final class OptionText {

    private final Map<String, String> pairs = new LinkedHashMap<>();

    /** A first word without a key belongs to {@code implied}. */
    OptionText(String text, String implied) {
        boolean first = true;
        for (var part : text.replace(",,", "\0").split(",")) {
            var pair = part.replace('\0', ',');
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            } else if (first) {
                pairs.put(implied, pair);
            } else if (pair.startsWith("no")) {
                // The old short form: "nowait" is wait=off.
                pairs.put(pair.substring(2), "off");
            } else if (!pair.isEmpty()) {
                pairs.put(pair, "on");
            }
            first = false;
        }
    }

    Optional<String> take(String key) {
        return Optional.ofNullable(pairs.remove(key));
    }

    String require(String key, String missing) {
        return take(key).orElseThrow(() -> new UsageError(missing));
    }

    Optional<String> takeId() {
        var id = take("id");
        if (id.isPresent() && !Identifier.isOne(id.get())) {
            throw new UsageError(
                    """
                    Parameter 'id' expects an identifier
                    Identifiers consist of letters, digits, '-', '.', '_', starting with a letter.\
                    """);
        }
        return id;
    }

    Optional<Boolean> takeSwitch(String key) {
        return take(key)
                .map(value ->
                        switch (value) {
                            case "on" -> true;
                            case "off" -> false;
                            default ->
                                    throw new UsageError(
                                            "Parameter '%s' expects 'on' or 'off'".formatted(key));
                        });
    }

    Optional<Long> takeNumber(String key) {
        return take(key)
                .map(value -> {
                    try {
                        return Long.valueOf(value);
                    } catch (NumberFormatException noNumber) {
                        throw new UsageError("Parameter '%s' expects a number".formatted(key));
                    }
                });
    }

    void refuseOthers() {
        for (var key : pairs.keySet()) {
            throw new UsageError("Invalid parameter '%s'".formatted(key));
        }
    }
}
