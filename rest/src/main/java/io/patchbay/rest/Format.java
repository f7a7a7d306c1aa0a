package io.patchbay.rest;

import io.patchbay.http.Accept;
import io.patchbay.http.HttpError;
import io.patchbay.http.Request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How an answer is rendered (rest-api §3).
 *
 * @param browsable as a page for people
 * @param indent of the JSON, 0 for none
 */
record Format(boolean browsable, int indent) {

    static final Format JSON = new Format(false, 0);
    static final Format PAGE = new Format(true, 4);

    static final String JSON_TYPE = "application/json";
    static final String HTML_TYPE = "text/html";

    private static final List<String> BOTH = List.of(JSON_TYPE, HTML_TYPE);

    /** What {@code ?format=} and {@code Accept} agree on; a 404 or 406 if they do not. */
    static Format of(Request request) {
        var named = request.query().get("format");
        var offer =
                switch (named) {
                    case null -> BOTH;
                    case "" -> BOTH;
                    case "json" -> List.of(JSON_TYPE);
                    case "api" -> List.of(HTML_TYPE);
                    default -> throw HttpError.notFound("Not found.");
                };
        var choice =
                Accept.of(request.header("Accept"))
                        .best(offer)
                        .orElseThrow(() ->
                                new HttpError(406, "Could not satisfy the request Accept header."));
        if (choice.mediaType().equals(HTML_TYPE)) {
            return PAGE;
        }
        int indent = indent(choice.parameters().get("indent"));
        return indent == 0 ? JSON : new Format(false, indent);
    }

    private static int indent(@Nullable String asked) {
        if (asked == null || asked.length() != 1) {
            return 0;
        }
        return Math.clamp(Character.digit(asked.charAt(0), 10), 0, 8);
    }
}
