package io.patchbay.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A client that sends a request bit by bit, from an address of its own. */
final class Sender implements AutoCloseable {

    private final Socket socket;

    /**
     * @param address on Linux any that begins with 127
     */
    Sender(String address, int port) throws IOException {
        socket =
                new Socket(
                        InetAddress.ofLiteral("127.0.0.1"),
                        port,
                        InetAddress.ofLiteral(address),
                        0);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
    }

    /** One character, one octet. */
    Sender send(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
        return this;
    }

    Sender post(String path, int length, String... headers) throws IOException {
        return head(path, "Content-Length: " + length + "\r\n" + String.join("\r\n", headers));
    }

    Sender head(String path, String headers) throws IOException {
        var end = headers.endsWith("\r\n") ? "\r\n" : "\r\n\r\n";
        return send("POST " + path + " HTTP/1.1\r\nHost: a.example\r\n" + headers + end);
    }

    /** All that comes until the server ends the connection. */
    Served.Answer answer() throws IOException {
        return Served.answer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    }

    /** All octets that still come. */
    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** What comes up to and with this. */
    String until(String last) throws IOException {
        var come = new StringBuilder();
        while (come.indexOf(last) < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("the connection ended behind: " + come);
            }
            come.append((char) octet);
        }
        return come.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
