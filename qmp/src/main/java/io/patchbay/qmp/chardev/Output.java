package io.patchbay.qmp.chardev;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What a client has not taken yet. Appending never blocks; one thread at a time writes, whoever
 * finds nobody else doing it.
 */
final class Output {

    private static final int SMALL = 1024;
    private static final int KEPT = 64 * 1024;
    private static final int WRITTEN_AT_ONCE = 64 * 1024;

    private final ByteStream stream;
    private byte[] waiting = new byte[SMALL];
    private byte[] spare = new byte[SMALL];
    private int length;
    private boolean writing;
    private volatile boolean broken;

    Output(ByteStream stream) {
        this.stream = stream;
    }

    /** Appends bytes and tells how many had been waiting before; they are lost if the client is. */
    synchronized int append(byte[] bytes, int count) {
        if (broken) {
            return 0;
        }
        int before = length;
        if (length + count > waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(2 * waiting.length, length + count));
        }
        System.arraycopy(bytes, 0, waiting, length, count);
        length += count;
        return before;
    }

    boolean lost() {
        return broken;
    }

    synchronized int waiting() {
        return length;
    }

    /** Whether somebody has to call {@link #write}: it is whoever is told so. */
    boolean needsWriter() {
        return startWriting();
    }

    /** Has everything written by a thread of its own, unless one is at it or none is needed. */
    void flushSoon() {
        if (!startWriting()) {
            return;
        }
        if (stream.takesAtOnce()) {
            write();
        } else {
            stream.threads().newThread(this::write).start();
        }
    }

    /** Returns when everything appended so far is written or the client is lost. */
    void flush() {
        if (startWriting()) {
            write();
        } else {
            awaitWritten(Long.MAX_VALUE);
        }
    }

    /** Whether everything was written in time. */
    boolean flushWithin(long milliseconds) {
        flushSoon();
        return awaitWritten(milliseconds);
    }

    private synchronized boolean startWriting() {
        if (writing || broken || length == 0) {
            return false;
        }
        writing = true;
        return true;
    }

    /** Writes until nothing waits; for whoever was told that a writer is needed. */
    void write() {
        try {
            while (true) {
                byte[] bytes;
                int count;
                synchronized (this) {
                    if (length == 0 || broken) {
                        stopWriting();
                        return;
                    }
                    bytes = waiting;
                    count = length;
                    waiting = spare;
                    length = 0;
                }
                writeAll(bytes, count);
                spare = bytes.length > KEPT ? new byte[SMALL] : bytes;
            }
        } catch (IOException lost) {
            lose();
        }
    }

    private void writeAll(byte[] bytes, int count) throws IOException {
        for (int from = 0; from < count; from += WRITTEN_AT_ONCE) {
            stream.write(ByteBuffer.wrap(bytes, from, Math.min(WRITTEN_AT_ONCE, count - from)));
        }
    }

    /** Forgets everything; nothing can be appended any more. */
    synchronized void lose() {
        broken = true;
        length = 0;
        waiting = new byte[0];
        stopWriting();
    }

    private synchronized void stopWriting() {
        writing = false;
        notifyAll();
    }

    private synchronized boolean awaitWritten(long milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (!broken && (writing || length > 0)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
