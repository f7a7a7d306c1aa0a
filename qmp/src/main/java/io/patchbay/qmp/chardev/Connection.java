package io.patchbay.qmp.chardev;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One client of a chardev, from its arrival to its end. It belongs to the chardev: front ends may
 * be plugged in and pulled out while it stays.
 */
public final class Connection {

    private static final Logger LOG = System.getLogger(Connection.class.getName());

    /** Output that a client may leave unread before an event finds it too slow and drops it. */
    static final int MOST_UNREAD = 16 * 1024 * 1024;

    private static final int READ_AT_ONCE = 4096;

    // How long a client that we hang up on may take to read the rest and hang up itself.
    private static final long LINGER_MILLIS = 300;

    private final Chardev chardev;
    private final ByteStream stream;
    private final OpenConnections open;
    private final Output output;
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch inputEnded = new CountDownLatch(1);
    private @Nullable Receiver receiver;
    private boolean closing;

    Connection(Chardev chardev, ByteStream stream, OpenConnections open) {
        this.chardev = chardev;
        this.stream = stream;
        this.open = open;
        this.output = new Output(stream);
        open.add();
    }

    /** Announces the client to its chardev and serves it in a thread of its own. */
    void start() {
        chardev.arrived(this);
        if (stream.hasInput()) {
            stream.threads().newThread(this::serve).start();
        } else {
            inputEnded.countDown();
        }
    }

    /** Appends a reply to the output. It is sent by {@link #flush} or {@link #flushSoon}. */
    public void reply(byte[] bytes, int length) {
        output.append(bytes, length);
    }

    /**
     * Sends an event, which is written when the fan-out starts, and never blocks; a client with too
     * much unread output is dropped instead.
     */
    public void event(byte[] bytes, FanOut fanOut) {
        int unread = output.append(bytes, bytes.length);
        if (unread > MOST_UNREAD) {
            drop(unread);
        } else if (stream.holdsCarriers()) {
            output.flushSoon();
        } else if (output.needsWriter()) {
            fanOut.add(output);
        }
    }

    /** Blocks until the client's side has taken all output, or the client is lost. */
    public void flush() {
        output.flush();
    }

    public void flushSoon() {
        output.flushSoon();
    }

    /** Starts a thread of the kind that may block on this connection. */
    public void startThread(Runnable work) {
        stream.threads().newThread(work).start();
    }

    /** Whether the client is known to be gone: nothing can be sent to it any more. */
    public boolean lost() {
        return output.lost();
    }

    public int unread() {
        return output.waiting();
    }

    /** Who takes the client's bytes from now on; with nobody they stay unread. */
    synchronized void plug(@Nullable Receiver next) {
        receiver = next;
        notifyAll();
    }

    /** Ends the connection from our side: the client gets what was sent, then the end of stream. */
    void hangUp() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            receiver = null;
            notifyAll();
        }
        released.countDown();
        stream.threads().newThread(this::linger).start();
    }

    /** Cuts the connection at once. */
    void cut() {
        output.lose();
        closeStream();
    }

    /** Returns when the chardev may take its next client. */
    void awaitReleased() throws InterruptedException {
        released.await();
    }

    private void serve() {
        var buffer = ByteBuffer.allocate(READ_AT_ONCE);
        try {
            while (stream.read(buffer.clear()) >= 0) {
                deliver(buffer.flip());
            }
        } catch (IOException lost) {
            LOG.log(Level.DEBUG, () -> chardev + ": client lost: " + lost.getMessage());
        } finally {
            ended();
        }
    }

    private void deliver(ByteBuffer bytes) {
        Receiver last = null;
        while (bytes.hasRemaining()) {
            last = awaitReceiverAfter(last);
            if (last == null) {
                return;
            }
            last.receive(bytes);
        }
    }

    /**
     * A receiver that has not had its chance yet, waited for; null once the connection is closing.
     */
    private synchronized @Nullable Receiver awaitReceiverAfter(@Nullable Receiver last) {
        while ((receiver == null || receiver == last) && !closing) {
            try {
                wait();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return closing ? null : receiver;
    }

    private void ended() {
        Receiver last;
        synchronized (this) {
            last = receiver;
        }
        if (last != null) {
            last.inputEnded();
            output.flush();
        }
        inputEnded.countDown();
        boolean hungUp;
        synchronized (this) {
            hungUp = closing;
            closing = true;
            receiver = null;
        }
        if (hungUp) {
            return;
        }
        // A client that only stopped sending sees the end once all that goes with it is gone.
        try {
            chardev.left(this);
            if (last != null) {
                last.disconnected();
            }
        } finally {
            closeStream();
            released.countDown();
            open.remove();
        }
    }

    private void linger() {
        try {
            if (!output.flushWithin(LINGER_MILLIS)) {
                LOG.log(
                        Level.WARNING,
                        "{0}: the client did not read its last {1} bytes; they are lost",
                        chardev,
                        output.waiting());
            }
            stream.endOutput();
            // What the client still sends is read away: closing over unread bytes would turn the
            // end of stream into a connection reset.
            boolean over = inputEnded.await(LINGER_MILLIS, TimeUnit.MILLISECONDS);
            LOG.log(Level.DEBUG, () -> chardev + (over ? ": hung up" : ": cut off"));
        } catch (IOException lost) {
            LOG.log(Level.DEBUG, () -> chardev + ": client lost: " + lost.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            closeStream();
            open.remove();
        }
    }

    private void drop(int unread) {
        LOG.log(
                Level.WARNING,
                "{0}: the client left {1} bytes unread and was dropped",
                chardev,
                unread);
        cut();
    }

    private void closeStream() {
        try {
            stream.close();
        } catch (IOException failed) {
            LOG.log(Level.WARNING, () -> chardev + ": closing failed: " + failed.getMessage());
        }
    }
}
