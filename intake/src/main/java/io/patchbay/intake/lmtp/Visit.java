package io.patchbay.intake.lmtp;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Function;

/** A connection and its session, which others may end: for being silent, or with the server. */
final class Visit implements Wire.Watch, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private enum Waiting {
        TO_READ,
        TO_WRITE,
        FOR_US
    }

    private final SocketChannel channel;
    private final long idleNanos;
    private volatile Waiting waiting = Waiting.FOR_US;
    private volatile long since = System.nanoTime();
    private volatile @Nullable Session session;

    Visit(SocketChannel channel, Duration idle) {
        this.channel = channel;
        this.idleNanos = idle.toNanos();
    }

    void run(Function<Wire, Session> begin) throws IOException, InterruptedException {
        var begun = begin.apply(new Wire(channel, this));
        session = begun;
        begun.run();
    }

    @Override
    public void waitsToRead() {
        note(Waiting.TO_READ);
    }

    @Override
    public void waitsToWrite() {
        note(Waiting.TO_WRITE);
    }

    @Override
    public void works() {
        note(Waiting.FOR_US);
    }

    private void note(Waiting what) {
        since = System.nanoTime();
        waiting = what;
    }

    void endIfIdle() {
        if (waiting != Waiting.FOR_US && System.nanoTime() - since > idleNanos) {
            sendAway(Reply.IDLE);
        }
    }

    /** At once if it waits for a command, else after the mail that is on its way. */
    void end() {
        var begun = session;
        if (begun != null && begun.end() && waiting == Waiting.TO_READ) {
            sendAway(Reply.ENDING);
        }
    }

    /** Says why and hangs up. */
    void sendAway(Reply reply) {
        try {
            if (waiting != Waiting.TO_WRITE) {
                var bytes = ByteBuffer.wrap(reply.line());
                channel.write(bytes);
            }
        } catch (IOException e) {
            LOG.debug("an LMTP client was gone before it was sent away: {}", e.getMessage());
        }
        close();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("an LMTP connection did not close cleanly: {}", e.getMessage());
        }
    }
}
