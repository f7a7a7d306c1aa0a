package io.patchbay.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;

import java.io.IOException;
import java.net.Socket;
import java.util.List;

/** A server on a free port, and a client that sends exactly what it is told. */
public final class Served implements AutoCloseable {

    private final HttpServer server;

    private Served(HttpServer server) {
        this.server = server;
    }

    public static Served with(Routes routes) throws IOException {
        return with(routes, HttpOptions.on("127.0.0.1", 0));
    }

    static Served with(Routes routes, HttpOptions options) throws IOException {
        return new Served(HttpServer.start(options, routes, ErrorLook.plain()));
    }

    long heldBodyBytes() {
        return server.heldBodyBytes();
    }

    int port() {
        return server.port();
    }

    /** Asks once and reads until the server closes the connection. */
    public Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    public Answer send(String method, String path, String body, String... headers)
            throws IOException {
        var request =
                new StringBuilder(
                        method + " " + path + " HTTP/1.1\r\nHost: patches.example.org\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return answer(raw(request + "Connection: close\r\n\r\n" + body));
    }

    /** Sends these octets, one a character, and reads until the server closes the connection. */
    public String raw(String octets) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    public static Answer answer(String raw) {
        int blank = raw.indexOf("\r\n\r\n");
        var lines = List.of(raw.substring(0, blank).split("\r\n"));
        return new Answer(
                Integer.parseInt(lines.getFirst().split(" ")[1]),
                lines.subList(1, lines.size()),
                raw.substring(blank + 4));
    }

    @Override
    public void close() {
        server.close();
    }

    /** What came back; the body one character an octet. */
    public record Answer(int status, List<String> headers, String body) {

        /** The header's value, or nothing. */
        public String header(String name) {
            for (var header : headers) {
                if (header.regionMatches(true, 0, name + ": ", 0, name.length() + 2)) {
                    return header.substring(name.length() + 2);
                }
            }
            return "";
        }
    }
}
