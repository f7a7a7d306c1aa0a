package io.patchbay.http.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Viewer;

import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came in. Lives as long as its handler runs and is used by that one thread. */
public final class Request implements AutoCloseable {

    private final org.eclipse.jetty.server.Request jetty;
    private final HttpOptions options;
    private final Method method;
    private final String rawPath;
    private final RequestBody body;
    private Map<String, String> segments = Map.of();
    private @Nullable Parameters query;
    private @Nullable Parameters form;
    private @Nullable Map<String, String> cookies;
    private @Nullable String baseUrl;
    private @Nullable CsrfToken csrf;

    /**
     * @param budget that the body is taken from
     */
    public Request(org.eclipse.jetty.server.Request jetty, HttpOptions options, BodyBudget budget) {
        this.jetty = jetty;
        this.options = options;
        this.method = Method.of(jetty.getMethod());
        var path = jetty.getHttpURI().getPath();
        this.rawPath = path == null || path.isEmpty() ? "/" : path;
        this.body = new RequestBody(jetty, options.limits(), budget, this::addressBlock);
    }

    public Method method() {
        return method;
    }

    /** As it was sent, also if it is no method we know. */
    public String methodName() {
        return jetty.getMethod();
    }

    /** The path as it was sent, percent-encoded. */
    public String rawPath() {
        return rawPath;
    }

    /** The query as it was sent, without the question mark; null if there was none. */
    public @Nullable String rawQuery() {
        return jetty.getHttpURI().getQuery();
    }

    /** Path and query as they were sent. */
    public String rawPathAndQuery() {
        var rawQuery = rawQuery();
        return rawQuery == null ? rawPath : rawPath + "?" + rawQuery;
    }

    /** Who makes the request, for what it changes. */
    public Actor by(Viewer viewer) {
        // Without the query, which is for reading and may be long.
        return Actor.viewer(viewer, new Origin(remoteAddress(), methodName() + " " + rawPath));
    }

    /**
     * A segment that the route gave a name, decoded once. A slash in a Message-ID arrives as {@code
     * %2F} (a slash here) or as {@code %252F} ({@code %2F} here).
     */
    public String segment(String name) {
        var segment = segments.get(name);
        if (segment == null) {
            throw new IllegalStateException("the route of " + rawPath + " has no {" + name + "}");
        }
        return segment;
    }

    /** A segment of digits ({@code {id:number}}) as a number; one that is too large is -1. */
    public long number(String name) {
        return Numbers.parse(segment(name), -1);
    }

    public Parameters query() {
        if (query == null) {
            query = Parameters.parse(rawQuery());
        }
        return query;
    }

    /** The first header of this name. */
    public @Nullable String header(String name) {
        return jetty.getHeaders().get(name);
    }

    public List<String> headers(String name) {
        return jetty.getHeaders().getValuesList(name);
    }

    public @Nullable String cookie(String name) {
        if (cookies == null) {
            cookies = Cookies.parse(headers("Cookie"));
        }
        return cookies.get(name);
    }

    /** The media type of the body in lower case and without parameters; empty if none was named. */
    public String contentType() {
        var type = jetty.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null) {
            return "";
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /**
     * All of the body. One larger than the {@link HttpLimits} is a 413, one that comes too slowly a
     * 408, and one that there is no room for a 503.
     */
    public byte[] body() throws IOException {
        return body.bytes();
    }

    /** Why the body was not taken; null if it was, or nobody asked for it. */
    public @Nullable HttpError refusalOfBody() {
        return body.refused();
    }

    /** Who asks has proved who they are, and may send as much as those who are known. */
    public void isOfSomebodyKnown() {
        body.isOfSomebodyKnown();
    }

    /** Whether the body has, or may turn out to have, more than is taken from anybody. */
    public boolean exceedsAnonymous() {
        return body.exceedsAnonymous();
    }

    /**
     * Reads what no handler asked for, so that the next request on this connection is found.
     *
     * @return whether there can be one: not if more is left than is worth reading
     */
    public boolean isReadToItsEnd() throws IOException {
        return body.isAtItsEnd();
    }

    /** The body is not needed any more, and others may have its memory. */
    @Override
    public void close() {
        form = null;
        body.close();
    }

    /**
     * The fields of a form, urlencoded or multipart; without files. A body of another type has
     * none.
     */
    public Parameters form() throws IOException {
        if (form == null) {
            form =
                    switch (contentType()) {
                        case "application/x-www-form-urlencoded" ->
                                Parameters.parse(new String(body(), UTF_8));
                        case "multipart/form-data" ->
                                Multipart.parse(body(), header("Content-Type"));
                        default -> Parameters.NONE;
                    };
        }
        return form;
    }

    /** Whether the connection, or the proxy that is trusted, speaks TLS. */
    public boolean isSecure() {
        return scheme().equals("https");
    }

    /** Scheme and host as the client named them, such as {@code http://patchwork.example.org}. */
    public String baseUrl() {
        if (baseUrl == null) {
            baseUrl = scheme() + "://" + host();
        }
        return baseUrl;
    }

    /** The host the client named, with its port if it named one. */
    public String host() {
        var host = jetty.getHeaders().get(HttpHeader.HOST);
        if (host == null || host.isBlank()) {
            return org.eclipse.jetty.server.Request.getServerName(jetty)
                    + ":"
                    + org.eclipse.jetty.server.Request.getServerPort(jetty);
        }
        return host;
    }

    private String scheme() {
        if (options.trustProxy()) {
            var forwarded = header("X-Forwarded-Proto");
            if (forwarded != null) {
                return forwarded.strip().equalsIgnoreCase("https") ? "https" : "http";
            }
        }
        return jetty.isSecure() ? "https" : "http";
    }

    /** The address of the client, or what the trusted proxy says it is. */
    public String remoteAddress() {
        if (options.trustProxy()) {
            var forwarded = header("X-Forwarded-For");
            if (forwarded != null) {
                return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            }
        }
        return org.eclipse.jetty.server.Request.getRemoteAddr(jetty);
    }

    private AddressBlock addressBlock() {
        return AddressBlock.of(remoteAddress());
    }

    /** The token that forms of this page carry; using it makes the reply set the cookie. */
    public CsrfToken csrf() {
        if (csrf == null) {
            csrf = CsrfToken.of(this);
        }
        return csrf;
    }

    public @Nullable CsrfToken usedCsrf() {
        return csrf;
    }

    public Request at(Map<String, String> namedSegments) {
        this.segments = namedSegments;
        return this;
    }
}
