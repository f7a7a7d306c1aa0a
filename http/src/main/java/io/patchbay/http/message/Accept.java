package io.patchbay.http.message;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The media types a client takes (rest-api §3). As in the API we are compatible with, the more
 * specific type wins, then what we offer first; q-values count for nothing.
 */
public record Accept(List<Range> ranges) {

    private static final Accept ANYTHING = new Accept(List.of(new Range("*", "*", Map.of())));

    /** One of the types, of which both parts can be {@code *}. */
    public record Range(String type, String subtype, Map<String, String> parameters) {

        private int precision() {
            if (type.equals("*")) {
                return 0;
            }
            if (subtype.equals("*")) {
                return 1;
            }
            return parameters.isEmpty() ? 2 : 3;
        }

        private boolean takes(String mediaType) {
            int slash = mediaType.indexOf('/');
            return (type.equals("*") || mediaType.startsWith(type) && slash == type.length())
                    && (subtype.equals("*")
                            || mediaType.endsWith(subtype)
                                    && mediaType.length() - slash - 1 == subtype.length());
        }
    }

    /** What was chosen of the offer, and the parameters the client gave with it. */
    public record Choice(String mediaType, Map<String, String> parameters) {}

    /** No header means anything. */
    public static Accept of(@Nullable String header) {
        if (header == null || header.isBlank() || header.equals("*/*")) {
            return ANYTHING;
        }
        var ranges = new ArrayList<Range>();
        for (var piece : header.split(",")) {
            ranges.add(range(piece));
        }
        return new Accept(ranges);
    }

    private static Range range(String piece) {
        var parts = piece.split(";", -1);
        var full = parts[0].strip().toLowerCase(Locale.ROOT);
        int slash = full.indexOf('/');
        var parameters = new HashMap<String, String>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                var name = parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT);
                if (!name.equals("q")) {
                    parameters.put(name, parts[i].substring(equals + 1).strip());
                }
            }
        }
        return slash < 0
                ? new Range(full, "", parameters)
                : new Range(full.substring(0, slash), full.substring(slash + 1), parameters);
    }

    /** The best of what is offered, best first; nothing if the client takes none of it. */
    public Optional<Choice> best(List<String> offer) {
        for (int precision = 3; precision >= 0; precision--) {
            for (var mediaType : offer) {
                for (var range : ranges) {
                    if (range.precision() == precision && range.takes(mediaType)) {
                        return Optional.of(new Choice(mediaType, range.parameters));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
