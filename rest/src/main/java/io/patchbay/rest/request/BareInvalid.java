package io.patchbay.rest.request;

import io.patchbay.http.message.HttpError;

import java.io.Serial;
import java.util.List;

/** A 400 whose body is nothing but a list of texts, as clients know it from searches. */
public final class BareInvalid extends HttpError {

    @Serial private static final long serialVersionUID = 1;

    BareInvalid(String message) {
        super(400, message);
    }

    public ApiReply reply() {
        return new ApiReply(400, out -> out.texts(List.of(detail())));
    }
}
