package io.patchbay.http.route;

import io.patchbay.http.message.EntityTag;
import io.patchbay.http.message.Gzip;
import io.patchbay.http.message.Method;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Puts a response on the wire: not at all if the client has it, compressed if it may be, with the
 * headers that every response has.
 */
public final class Delivery {

    private static final HttpField NO_FRAMES = new PreEncodedHttpField("X-Frame-Options", "DENY");
    private static final HttpField NO_SNIFFING =
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    /** Less than this fits a packet anyway. */
    private static final int WORTH_COMPRESSING = 1400;

    private Delivery() {}

    public static void send(
            Request request,
            Response response,
            org.eclipse.jetty.server.Response out,
            Callback callback)
            throws IOException {
        var headers = out.getHeaders();
        for (var header : response.headers()) {
            headers.add(header.name(), header.value());
        }
        if (response.status() != 301) {
            headers.add(NO_FRAMES);
            headers.add(NO_SNIFFING);
        }
        addCsrfCookie(request, headers);
        if (isKnown(request, response, headers)) {
            out.setStatus(304);
            headers.remove(HttpHeader.CONTENT_TYPE);
            out.write(true, null, callback);
            return;
        }
        out.setStatus(response.status());
        var writer = response.writer();
        if (writer == null) {
            sendWhole(request, response, out, callback);
        } else {
            sendPiecemeal(request, writer, out, callback);
        }
    }

    private static void addCsrfCookie(Request request, HttpFields.Mutable headers) {
        var csrf = request.usedCsrf();
        var cookie = csrf == null ? null : csrf.cookie();
        if (cookie != null) {
            headers.add("Set-Cookie", cookie.line());
        }
    }

    /** Whether the client already has what it would get. */
    private static boolean isKnown(Request request, Response response, HttpFields.Mutable headers) {
        if (!response.isTagged() || response.status() != 200 || !isReading(request)) {
            return false;
        }
        var tag = EntityTag.of(response.content(), response.length());
        headers.add(HttpHeader.ETAG, tag);
        var known = request.header("If-None-Match");
        return known != null && EntityTag.isAmong(tag, known);
    }

    private static boolean isReading(Request request) {
        return request.method() == Method.GET || request.method() == Method.HEAD;
    }

    private static void sendWhole(
            Request request,
            Response response,
            org.eclipse.jetty.server.Response out,
            Callback callback) {
        var content = ByteBuffer.wrap(response.content(), 0, response.length());
        if (response.length() >= WORTH_COMPRESSING && mayCompress(request, out.getHeaders())) {
            content = Gzip.compress(content);
        }
        if (response.status() != 204 && response.status() != 304) {
            out.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.remaining());
        }
        out.write(true, content, callback);
    }

    private static void sendPiecemeal(
            Request request,
            Response.Writer writer,
            org.eclipse.jetty.server.Response out,
            Callback callback)
            throws IOException {
        boolean compressed = mayCompress(request, out.getHeaders());
        if (request.method() == Method.HEAD) {
            out.write(true, null, callback);
            return;
        }
        // Closed only at the good end: what breaks off must not look whole.
        var stream = Content.Sink.asOutputStream(out);
        if (compressed) {
            var gzip = new GZIPOutputStream(keptOpen(stream), 1 << 14);
            writer.writeTo(gzip);
            gzip.finish();
        } else {
            writer.writeTo(stream);
        }
        stream.close();
        callback.succeeded();
    }

    private static OutputStream keptOpen(OutputStream stream) {
        return new FilterOutputStream(stream) {

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Says so in the headers if the client takes gzip and the content is text. */
    private static boolean mayCompress(Request request, HttpFields.Mutable headers) {
        if (!Gzip.isAccepted(request.header("Accept-Encoding"))
                || !isText(headers.get(HttpHeader.CONTENT_TYPE))) {
            return false;
        }
        headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        // Only here: what is not compressed suits every client, whatever caches think.
        var vary = headers.get(HttpHeader.VARY);
        headers.put(HttpHeader.VARY, vary == null ? "Accept-Encoding" : vary + ", Accept-Encoding");
        return true;
    }

    private static boolean isText(@Nullable String type) {
        if (type == null) {
            return false;
        }
        var lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("text/")
                || lower.startsWith("application/json")
                || lower.startsWith("application/xml")
                || lower.startsWith("image/svg");
    }
}
