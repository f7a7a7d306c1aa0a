package io.patchbay.intake.lmtp;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The other side of the wire. */
final class LmtpClient implements Closeable {

    private final SocketChannel channel;
    private final BufferedReader in;

    LmtpClient(LmtpAddress address) throws IOException {
        channel = SocketChannel.open(socketAddress(address));
        in =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.UTF_8));
    }

    private static SocketAddress socketAddress(LmtpAddress address) {
        return switch (address) {
            case LmtpAddress.Unix(var path) -> UnixDomainSocketAddress.of(path);
            case LmtpAddress.Tcp(var host, int port) -> new InetSocketAddress(host, port);
        };
    }

    void send(String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Null when the server has hung up. */
    @Nullable String line() throws IOException {
        return in.readLine();
    }

    /** The last line of an answer. */
    String answer() throws IOException {
        while (true) {
            var line = line();
            if (line == null) {
                throw new IOException("the server has hung up");
            }
            if (line.length() < 4 || line.charAt(3) != '-') {
                return line;
            }
        }
    }

    String ask(String command) throws IOException {
        send(command + "\r\n");
        return answer();
    }

    /** Says hello and who writes to whom; what comes next is DATA. */
    void begin(String... recipients) throws IOException {
        answer();
        ask("LHLO there");
        address(recipients);
    }

    void address(String... recipients) throws IOException {
        ask("MAIL FROM:<sender@example.org>");
        for (var recipient : recipients) {
            ask("RCPT TO:<" + recipient + ">");
        }
    }

    /** Returns an answer for each recipient. The mail has lines of LF, and no line of a dot. */
    List<String> deliver(String mail, String... recipients) throws IOException {
        address(recipients);
        ask("DATA");
        send(mail.replace("\n", "\r\n") + "\r\n.\r\n");
        var answers = new ArrayList<String>();
        for (int at = 0; at < recipients.length; at++) {
            answers.add(answer());
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
