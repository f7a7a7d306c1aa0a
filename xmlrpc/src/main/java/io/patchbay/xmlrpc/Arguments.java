package io.patchbay.xmlrpc;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The arguments of a call, taken by position. */
final class Arguments {

    private final String method;
    private final List<@Nullable Object> values;

    Arguments(Call call) {
        this.method = call.method();
        this.values = call.arguments();
    }

    /** The fault of Python for a wrong number; {@code names} are the mandatory ones. */
    void require(List<String> names, int most) {
        if (values.size() < names.size()) {
            var missing = names.subList(values.size(), names.size());
            throw Fault.wrongArguments(
                    "%s() missing %d required positional argument%s: %s"
                            .formatted(
                                    method,
                                    missing.size(),
                                    missing.size() == 1 ? "" : "s",
                                    quoted(missing)));
        }
        if (values.size() > most) {
            throw Fault.wrongArguments(
                    "%s() takes at most %d arguments, got %d"
                            .formatted(method, most, values.size()));
        }
    }

    /** Whole numbers may come as text. */
    long number(int index) {
        var value = values.get(index);
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof String text && text.matches("-?[0-9]{1,18}")) {
            return Long.parseLong(text);
        }
        throw wrong(index, "an integer", value);
    }

    long number(int index, long otherwise) {
        return index < values.size() ? number(index) : otherwise;
    }

    String text(int index) {
        var value = values.get(index);
        if (value instanceof String text) {
            return text;
        }
        throw wrong(index, "a string", value);
    }

    String text(int index, String otherwise) {
        return index < values.size() && values.get(index) != null ? text(index) : otherwise;
    }

    @SuppressWarnings("unchecked") // Call makes maps with names as keys only
    Map<String, @Nullable Object> struct(int index) {
        if (index >= values.size() || values.get(index) == null) {
            return Map.of();
        }
        var value = values.get(index);
        if (value instanceof Map<?, ?> struct) {
            return (Map<String, @Nullable Object>) struct;
        }
        throw wrong(index, "a struct", value);
    }

    private Fault wrong(int index, String expected, @Nullable Object came) {
        return Fault.wrongArguments(
                "%s(): argument %d must be %s, got %s"
                        .formatted(method, index + 1, expected, came));
    }

    private static String quoted(List<String> names) {
        var quoted = names.stream().map(name -> "'" + name + "'").toList();
        return quoted.size() == 1
                ? quoted.getFirst()
                : String.join(", ", quoted.subList(0, quoted.size() - 1))
                        + " and "
                        + quoted.getLast();
    }
}
