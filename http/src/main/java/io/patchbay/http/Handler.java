package io.patchbay.http;

import java.io.IOException;

/** Answers one request; may block. An {@link HttpError} it throws becomes the reply. */
@FunctionalInterface
public interface Handler {

    Response handle(Request request) throws IOException;
}
