package io.patchbay.http.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes out: a status, headers in order, and a body that is either whole or written piecemeal.
 */
public final class Response {

    static final byte[] NOTHING = {};

    private final int status;
    private final List<Header> headers = new ArrayList<>(8);
    private final byte[] content;
    private final int length;
    private final @Nullable Writer writer;
    private boolean tagged;

    /** One header line. */
    public record Header(String name, String value) {}

    /** Writes a body too large to be held; the reply is sent in chunks. */
    @FunctionalInterface
    public interface Writer {

        void writeTo(OutputStream out) throws IOException;
    }

    private Response(int status, byte[] content, int length, @Nullable Writer writer) {
        this.status = status;
        this.content = content;
        this.length = length;
        this.writer = writer;
    }

    /** Without a body. */
    public static Response empty(int status) {
        return new Response(status, NOTHING, 0, null);
    }

    public static Response of(int status, String contentType, byte[] content) {
        return of(status, contentType, content, content.length);
    }

    /** The body is the first {@code length} bytes; the array is not used again by the caller. */
    public static Response of(int status, String contentType, byte[] content, int length) {
        return new Response(status, content, length, null).header("Content-Type", contentType);
    }

    public static Response html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(UTF_8));
    }

    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
    }

    /**
     * For downloads: sent while it is written. An exception while writing breaks the connection.
     */
    public static Response streaming(String contentType, Writer writer) {
        return new Response(200, NOTHING, 0, writer).header("Content-Type", contentType);
    }

    /**
     * @param status 301 or 302, or 303 after a form
     * @param location as it goes on the wire: percent-encoded
     */
    public static Response redirect(int status, String location) {
        return new Response(status, NOTHING, 0, null)
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Location", location);
    }

    /** Adds a header line. A line break in the value, a thing of attacks, is refused. */
    public Response header(String name, String value) {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(name + " cannot hold a line break: " + value);
        }
        headers.add(new Header(name, value));
        return this;
    }

    /** Lets clients ask whether the content has changed; not for content that always does. */
    public Response tagged() {
        tagged = true;
        return this;
    }

    public Response cookie(Cookie cookie) {
        return header("Set-Cookie", cookie.line());
    }

    public int status() {
        return status;
    }

    public List<Header> headers() {
        return headers;
    }

    @Nullable String header(String name) {
        for (var header : headers) {
            if (header.name.equalsIgnoreCase(name)) {
                return header.value;
            }
        }
        return null;
    }

    public byte[] content() {
        return content;
    }

    public int length() {
        return length;
    }

    public boolean isTagged() {
        return tagged && writer == null;
    }

    public @Nullable Writer writer() {
        return writer;
    }
}
