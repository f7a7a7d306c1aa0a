package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A client with an address of its own that sends a request but for its last octet. */
final class BodyHolder implements AutoCloseable {

    private static final int LIMIT_MILLIS = 20_000;

    private final Socket socket;

    /**
     * @param address on Linux any that begins with 127
     */
    BodyHolder(String address, int port) throws IOException {
        socket =
                new Socket(
                        InetAddress.ofLiteral("127.0.0.1"),
                        port,
                        InetAddress.ofLiteral(address),
                        0);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /**
     * @param headers each with its end of line
     */
    BodyHolder post(String path, int length, String headers) throws IOException {
        return send(
                "POST %s HTTP/1.1\r\nHost: a.example\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(path, length, headers)
                        .getBytes(ISO_8859_1));
    }

    BodyHolder send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        return this;
    }

    /** All but the last octet. */
    BodyHolder hold(byte[] body) throws IOException {
        socket.getOutputStream().write(body, 0, body.length - 1);
        return this;
    }

    /** The first line of what the server says, and all up to the blank line behind it. */
    String head() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("the server hung up behind: " + head);
            }
            head.write(octet);
        }
        return head.toString(ISO_8859_1);
    }

    int status() throws IOException {
        return Integer.parseInt(head().split(" ")[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
