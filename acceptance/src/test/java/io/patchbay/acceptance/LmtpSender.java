package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A mail system that hands in mails, one after another, over one connection. */
final class LmtpSender implements Closeable {

    private final SocketChannel channel;
    private final BufferedReader in;

    LmtpSender(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        in = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), US_ASCII));
        answer();
        ask("LHLO sender.example.org");
    }

    /**
     * The answer to the mail. It has lines that end with CR LF, and none that begins with a dot.
     */
    String deliver(String mail) throws IOException {
        var refused = ask("MAIL FROM:<sender@example.org>");
        if (!refused.startsWith("250 ")) {
            return refused;
        }
        ask("RCPT TO:<patches@example.org>");
        ask("DATA");
        return ask(mail + ".");
    }

    /** The answer to the mail, whose lines end with LF in files and with CR LF on the way. */
    String deliver(byte[] mail) throws IOException {
        ask("MAIL FROM:<sender@example.org>");
        ask("RCPT TO:<patches@example.org>");
        ask("DATA");
        var text = new String(onTheWay(mail), ISO_8859_1);
        var stuffed = text.replace("\r\n.", "\r\n..");
        return ask((stuffed.startsWith(".") ? "." : "") + stuffed + ".");
    }

    /** How LMTP carries the mail: every line ends in CR LF, the last one too. */
    static byte[] onTheWay(byte[] mail) {
        var text = new String(mail, ISO_8859_1).replace("\n", "\r\n");
        return (text.endsWith("\n") ? text : text + "\r\n").getBytes(ISO_8859_1);
    }

    private String ask(String command) throws IOException {
        var bytes = ByteBuffer.wrap((command + "\r\n").getBytes(ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return answer();
    }

    private String answer() throws IOException {
        while (true) {
            var line = in.readLine();
            if (line == null) {
                throw new EOFException("the server has hung up");
            }
            if (line.charAt(3) == ' ') {
                return line;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
