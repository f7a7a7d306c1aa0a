package io.patchbay.rest.request;

import io.patchbay.http.message.Accept;
import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How an answer is rendered (rest-api §3).
 *
 * @param browsable as a page for people
 * @param isText as plain text, where an endpoint has it
 * @param indent of the JSON, 0 for none
 */
public record Format(boolean browsable, boolean isText, int indent) {

    public static final Format JSON = new Format(false, false, 0);
    public static final Format PAGE = new Format(true, false, 4);

    public static final String JSON_TYPE = "application/json";
    public static final String HTML_TYPE = "text/html";
    public static final String TEXT_TYPE = "text/plain";

    private static final Format TEXT = new Format(false, true, 0);

    /**
     * What {@code ?format=} and {@code Accept} agree on; a 404 or 406 if they do not.
     *
     * @param types that the endpoint answers in, the preferred one first
     */
    public static Format of(Request request, List<String> types) {
        var named = request.query().get("format");
        var offer =
                switch (named) {
                    case null -> types;
                    case "" -> types;
                    case "json" -> List.of(JSON_TYPE);
                    case "api" -> List.of(HTML_TYPE);
                    case "text" -> types.stream().filter(TEXT_TYPE::equals).toList();
                    default -> throw HttpError.notFound("Not found.");
                };
        if (offer.isEmpty()) {
            throw HttpError.notFound("Not found.");
        }
        var choice =
                Accept.of(request.header("Accept"))
                        .best(offer)
                        .orElseThrow(() ->
                                new HttpError(406, "Could not satisfy the request Accept header."));
        if (choice.mediaType().equals(HTML_TYPE)) {
            return PAGE;
        }
        if (choice.mediaType().equals(TEXT_TYPE)) {
            return TEXT;
        }
        int indent = indent(choice.parameters().get("indent"));
        return indent == 0 ? JSON : new Format(false, false, indent);
    }

    private static int indent(@Nullable String asked) {
        if (asked == null || asked.length() != 1) {
            return 0;
        }
        return Math.clamp(Character.digit(asked.charAt(0), 10), 0, 8);
    }
}
