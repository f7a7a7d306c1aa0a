package io.patchbay.bench.intake;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Hands in mails one after another, as Postfix does over a connection that it keeps. */
public final class LmtpConnection implements Closeable {

    private static final String ENVELOPE =
            "MAIL FROM:<sender@example.org>\r\nRCPT TO:<patches@example.org>\r\nDATA\r\n";

    private final SocketChannel channel;
    private final BufferedReader in;

    public LmtpConnection(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        in =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.US_ASCII));
        expect("220");
        send("LHLO bench.example.org\r\n");
        expect("250");
    }

    /** Returns when it was answered with 250. Lines end with CR LF, and none begins with a dot. */
    public void deliver(String mail) throws IOException {
        send(ENVELOPE);
        expect("250");
        expect("250");
        expect("354");
        send(mail + ".\r\n");
        expect("250");
    }

    private void send(String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void expect(String code) throws IOException {
        String line;
        do {
            line = in.readLine();
            if (line == null) {
                throw new EOFException("the server hung up");
            }
        } while (line.charAt(3) == '-');
        if (!line.startsWith(code)) {
            throw new IOException("expected %s, but the server said: %s".formatted(code, line));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
