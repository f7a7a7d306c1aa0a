package io.patchbay.http.message;

/**
 * How the HTTP server is reached and what it accepts.
 *
 * @param port 0 takes a free one
 * @param trustProxy whether {@code X-Forwarded-Proto} and {@code X-Forwarded-For} are believed
 */
public record HttpOptions(String host, int port, boolean trustProxy, HttpLimits limits) {

    public static HttpOptions on(String host, int port) {
        return new HttpOptions(host, port, false, HttpLimits.ofThisProcess());
    }

    public HttpOptions with(HttpLimits others) {
        return new HttpOptions(host, port, trustProxy, others);
    }
}
