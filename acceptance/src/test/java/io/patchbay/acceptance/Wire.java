package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes over a connection of its own and reads until the server ends it. */
final class Wire {

    private Wire() {}

    /** What came back; of a header that came twice the last. */
    record Answer(int status, Map<String, String> headers, byte[] content) {

        String body() {
            return new String(content, UTF_8);
        }
    }

    static Answer send(int port, byte[] request) throws IOException {
        return read(raw(port, request));
    }

    /** All that came back. */
    static byte[] raw(int port, byte[] request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return socket.getInputStream().readAllBytes();
        }
    }

    private static Answer read(byte[] all) {
        var text = new String(all, ISO_8859_1);
        int blank = text.indexOf("\r\n\r\n");
        var lines = List.of(text.substring(0, blank).split("\r\n"));
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        byte[] content = Arrays.copyOfRange(all, blank + 4, all.length);
        if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            content = unchunked(content);
        }
        return new Answer(Integer.parseInt(lines.getFirst().split(" ")[1]), headers, content);
    }

    private static byte[] unchunked(byte[] chunked) {
        var content = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunked.length) {
            int end = at;
            while (chunked[end] != '\r') {
                end++;
            }
            int size = Integer.parseInt(new String(chunked, at, end - at, ISO_8859_1).strip(), 16);
            content.write(chunked, end + 2, size);
            at = end + 2 + size + 2;
        }
        return content.toByteArray();
    }
}
