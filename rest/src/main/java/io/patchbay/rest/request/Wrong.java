package io.patchbay.rest.request;

import java.io.Serial;

/** A value that a field does not take, with what the client is told. */
public final class Wrong extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final String message;

    public Wrong(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    String message() {
        return message;
    }
}
