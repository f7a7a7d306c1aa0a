package io.patchbay.intake.lmtp;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A connection, as lines and mails. Answers are held back while further commands lie in the buffer
 * already, so that a pipelined group gets one packet (RFC 2920 §3.2).
 */
final class Wire {

    /**
     * More than any command needs, whatever its extensions (RFC 5321 §4.5.3.1.4, RFC 6531 §3.4).
     */
    static final int LONGEST_LINE = 4_096;

    private static final int BUFFER = 1 << 14;

    private final SocketChannel channel;
    private final Watch watch;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private int from;
    private int to;

    /** Is told what the connection waits for, so that it can be ended if that lasts too long. */
    interface Watch {
        void waitsToRead();

        void waitsToWrite();

        void works();
    }

    Wire(SocketChannel channel, Watch watch) {
        this.channel = channel;
        this.watch = watch;
    }

    /** A command. */
    sealed interface Line {
        record Text(String text) implements Line {}

        record TooLong() implements Line {}
    }

    /** The next line, without its end; null when the client has gone. */
    @Nullable Line line() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (true) {
            if (from == to && !fill()) {
                return null;
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + end - from > LONGEST_LINE;
            if (!tooLong) {
                line.write(buffer, from, end - from);
            }
            from = end;
            if (end < to) {
                from++;
                return tooLong ? new Line.TooLong() : new Line.Text(withoutCr(line));
            }
        }
    }

    private static String withoutCr(ByteArrayOutputStream line) {
        var text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Takes the mail that comes, up to its end. */
    void read(Content content) throws IOException {
        while (!content.hasEnded()) {
            if (from == to && !fill()) {
                throw new EOFException("the client went away in the middle of a mail");
            }
            from = content.take(buffer, from, to);
        }
    }

    private boolean fill() throws IOException {
        flush();
        watch.waitsToRead();
        int read = channel.read(ByteBuffer.wrap(buffer));
        watch.works();
        from = 0;
        to = Math.max(read, 0);
        return read > 0;
    }

    void say(Reply reply) {
        answers.writeBytes(reply.line());
    }

    void say(String line) {
        answers.writeBytes((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    void flush() throws IOException {
        if (answers.size() == 0) {
            return;
        }
        var bytes = ByteBuffer.wrap(answers.toByteArray());
        answers.reset();
        watch.waitsToWrite();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        watch.works();
    }
}
