package io.patchbay.bench.pages;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection that gets pages and throws them away. It does as little as can be done,
 * because it shares the processors with the server that it measures.
 */
public final class HttpConnection implements Closeable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    public HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        in = socket.getInputStream();
    }

    /** The request that {@link #get} sends. */
    public static byte[] request(String pathAndQuery) {
        return ("GET " + pathAndQuery + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A request that changes something, as the owner of a token; {@link #get} sends it too. */
    public static byte[] request(String method, String path, String token, String json) {
        return """
        %s %s HTTP/1.1\r
        Host: localhost\r
        Accept: */*\r
        Authorization: Token %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s\
        """
                .formatted(method, path, token, json.length(), json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What came back; the body's length is counted without its framing. */
    public record Answer(int status, long length) {}

    public Answer get(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                default -> {}
            }
        }
        if (chunked) {
            length = skipChunks();
        } else {
            skip(length);
        }
        return new Answer(status, length);
    }

    private long skipChunks() throws IOException {
        long total = 0;
        while (true) {
            long size = Long.parseLong(line(), 16);
            skip(size);
            total += size;
            if (!line().isEmpty()) {
                throw new IOException("a chunk does not end where it said");
            }
            if (size == 0) {
                return total;
            }
        }
    }

    private void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            fillIfEmpty();
            int taken = (int) Math.min(left, end - start);
            start += taken;
            left -= taken;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            fillIfEmpty();
            int at = start;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.append(new String(buffer, start, at - start, StandardCharsets.ISO_8859_1));
            start = at;
            if (at < end) {
                start++;
                return line.toString().stripTrailing();
            }
        }
    }

    private void fillIfEmpty() throws IOException {
        if (start < end) {
            return;
        }
        start = 0;
        end = in.read(buffer);
        if (end < 0) {
            throw new EOFException("the server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
