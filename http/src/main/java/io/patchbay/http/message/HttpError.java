package io.patchbay.http.message;

import java.io.Serial;

/**
 * A request that ends in an error status: expected, so without a stack trace. The window that
 * answers decides how it looks.
 */
public class HttpError extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;

    /**
     * @param detail for the person or program that asked: what was expected, what came, what to do
     */
    public HttpError(int status, String detail) {
        super(status + " " + detail, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    public static HttpError badRequest(String detail) {
        return new HttpError(400, detail);
    }

    public static HttpError forbidden(String detail) {
        return new HttpError(403, detail);
    }

    public static HttpError notFound(String detail) {
        return new HttpError(404, detail);
    }

    public int status() {
        return status;
    }

    public String detail() {
        return detail;
    }
}
