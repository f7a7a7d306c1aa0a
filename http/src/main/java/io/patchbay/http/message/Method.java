package io.patchbay.http.message;

/** What a request wants done; in the order in which {@code Allow} names them. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE,
    HEAD,
    OPTIONS,
    /** Any other word; see {@link Request#methodName()}. */
    OTHER;

    static Method of(String name) {
        return switch (name) {
            case "GET" -> GET;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "PATCH" -> PATCH;
            case "DELETE" -> DELETE;
            case "HEAD" -> HEAD;
            case "OPTIONS" -> OPTIONS;
            default -> OTHER;
        };
    }

    /** Whether it only asks. Anything else needs a CSRF token where a session signs in. */
    public boolean isSafe() {
        return this == GET || this == HEAD || this == OPTIONS;
    }
}
