package io.patchbay.rest.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.message.HttpError;
import io.patchbay.tracker.query.Cursor;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cursors as clients carry them: one word that means something to us only. The order is written
 * into it, so that it cannot be used with another one.
 */
public final class Cursors {

    private static final char SEPARATOR = '\n';

    private Cursors() {}

    public static String write(Cursor cursor, List<Order> order) {
        var text = new StringBuilder(nameOf(order));
        for (var value : cursor.values()) {
            text.append(SEPARATOR);
            switch (value) {
                case null -> text.append('n');
                case Long number -> text.append('i').append(number.longValue());
                default -> text.append('s').append(escaped(value.toString()));
            }
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(UTF_8));
    }

    /**
     * An empty word begins the list; one that is none of ours is a 404 like a page that is none.
     */
    public static Cursor read(String word, List<Order> order) {
        if (word.isEmpty()) {
            return Cursor.START;
        }
        try {
            var parts =
                    new String(Base64.getUrlDecoder().decode(word), UTF_8)
                            .split(String.valueOf(SEPARATOR), -1);
            if (parts[0].equals(nameOf(order)) && parts.length > 1) {
                var values = new ArrayList<@Nullable Object>();
                for (int i = 1; i < parts.length; i++) {
                    values.add(valueOf(parts[i]));
                }
                return new Cursor(values);
            }
        } catch (IllegalArgumentException notOurs) {
            // Completeness below, like one of another order.
        }
        throw invalid();
    }

    public static HttpError invalid() {
        return HttpError.notFound(
                "Invalid cursor; begin with an empty one, and keep the order while you read.");
    }

    private static String nameOf(List<Order> order) {
        return order.stream()
                .map(term -> (term.descending() ? "-" : "") + term.field())
                .collect(Collectors.joining(","));
    }

    private static @Nullable Object valueOf(String part) {
        return switch (part.isEmpty() ? ' ' : part.charAt(0)) {
            case 'n' -> null;
            case 'i' -> Long.valueOf(part.substring(1));
            case 's' -> part.substring(1).replace("\\n", "\n").replace("\\b", "\\");
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\b").replace("\n", "\\n");
    }
}
