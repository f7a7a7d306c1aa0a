package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/** A connection on which one request follows the other, to a server that must answer in time. */
final class KeptConnection implements AutoCloseable {

    private static final int LIMIT_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    KeptConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends these bytes and reads one answer to them. */
    Wire.Answer send(byte[] request, boolean head) throws IOException {
        if (in.available() > 0) {
            throw new IOException("more came than the answer: " + line());
        }
        try {
            socket.getOutputStream().write(request);
        } catch (IOException closed) {
            // The answer may have come before all of the request was sent.
            return answer(head);
        }
        return answer(head);
    }

    /** Sends these bytes, as a packet of their own if the network has nothing better to do. */
    void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    /**
     * Reads one answer.
     *
     * @param head whether it is one to a HEAD, which has no content
     */
    Wire.Answer answer(boolean head) throws IOException {
        var statusLine = line();
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        if (status == 100) {
            return answer(head);
        }
        boolean empty = head || status == 204 || status == 304;
        return new Wire.Answer(status, headers, empty ? new byte[0] : content(headers));
    }

    private byte[] content(Map<String, String> headers) throws IOException {
        var length = headers.get("Content-Length");
        if (length != null) {
            byte[] content = in.readNBytes(Integer.parseInt(length));
            if (content.length < Integer.parseInt(length)) {
                throw new EOFException("the answer broke off after " + content.length);
            }
            return content;
        }
        return "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))
                ? chunks()
                : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        var content = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            content.write(in.readNBytes(size));
            line();
        }
        line();
        return content.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server ended the connection");
            }
            line.write(octet);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
