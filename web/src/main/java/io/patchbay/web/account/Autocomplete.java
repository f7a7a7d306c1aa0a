package io.patchbay.web.account;

import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;
import io.patchbay.web.frame.PageContext;

import java.util.List;
import java.util.stream.Collectors;

/** Proposals while a name is typed (web-ui.md §8), in the very form that Patchwork writes. */
public record Autocomplete(PageContext context) {

    private static final int SHORTEST = 3;
    private static final int USUAL = 10;
    private static final int MOST = 100;

    public Response submitters(Request request) {
        var text = request.query().get("q", "");
        if (text.length() < SHORTEST) {
            return json("");
        }
        var found = context.read(reading -> reading.people().list(selection(text, request)));
        return json(
                found.rows().stream()
                        .map(person ->
                                "{\"pk\": %d, \"name\": %s, \"email\": %s}"
                                        .formatted(
                                                person.id(),
                                                quoted(person.name()),
                                                quoted(person.email())))
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    public Response delegates(Request request) {
        var text = request.query().get("q", "");
        if (text.length() < SHORTEST) {
            return json("");
        }
        var found = context.read(reading -> reading.users().list(selection(text, request)));
        return json(
                found.rows().stream()
                        .map(user ->
                                "{\"pk\": %d, \"name\": %s}"
                                        .formatted(user.id(), quoted(user.username())))
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private static Selection selection(String text, Request request) {
        long limit = Numbers.parse(request.query().get("l", ""), USUAL);
        return new Selection(
                List.of(new Mentions(text)),
                List.of(new Order(Field.ID, false)),
                0,
                (int) Math.min(limit, MOST));
    }

    private static Response json(String text) {
        return Response.of(
                200, "application/json", text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** As JSON in ASCII; null stays null. */
    public static String quoted(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return "null";
        }
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"', '\\' -> quoted.append('\\').append(character);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ' || character > '~') {
                        quoted.append("\\u%04x".formatted((int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
