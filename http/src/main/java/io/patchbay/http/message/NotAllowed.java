package io.patchbay.http.message;

import java.io.Serial;

/** A method that a path does not know (405). */
public final class NotAllowed extends HttpError {

    @Serial private static final long serialVersionUID = 1;

    private final String allow;

    /**
     * @param allow the header that names the methods it knows
     */
    public NotAllowed(String method, String allow) {
        super(405, "Method \"" + method + "\" not allowed.");
        this.allow = allow;
    }

    public String allow() {
        return allow;
    }
}
