package io.patchbay.http.route;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;

import java.io.IOException;

/** Answers one request; may block. An {@link HttpError} it throws becomes the reply. */
@FunctionalInterface
public interface Handler {

    Response handle(Request request) throws IOException;
}
