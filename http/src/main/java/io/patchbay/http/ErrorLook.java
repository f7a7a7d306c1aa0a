package io.patchbay.http;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;

/** How an error looks that no window has answered itself: the site's error page. */
@FunctionalInterface
public interface ErrorLook {

    Response show(Request request, HttpError error);

    /** One line of text, for a server without pages. */
    static ErrorLook plain() {
        return (_, error) -> Response.text(error.status(), error.detail() + "\n");
    }
}
