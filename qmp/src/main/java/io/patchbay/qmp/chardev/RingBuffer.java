package io.patchbay.qmp.chardev;

import io.patchbay.qmp.schema.QmpError;

import java.nio.ByteBuffer;

/** The last bytes written, as many as fit; reading takes them out. */
final class RingBuffer {

    private static final long LARGEST = 64L << 20;

    private final byte[] bytes;
    private long written;
    private long read;

    RingBuffer(long size) {
        if (Long.bitCount(size) > 1 || size < 0) {
            throw new QmpError("size of ringbuf chardev must be power of two");
        }
        if (size > LARGEST) {
            throw new QmpError("size of ringbuf chardev must not be over " + LARGEST);
        }
        this.bytes = new byte[(int) size];
    }

    synchronized void write(ByteBuffer from) {
        while (from.hasRemaining()) {
            byte next = from.get();
            if (bytes.length > 0) {
                bytes[(int) (written++ & bytes.length - 1)] = next;
            }
        }
        read = Math.max(read, written - bytes.length);
    }

    /** Takes out up to that many of the oldest bytes. */
    synchronized byte[] read(long most) {
        var taken = new byte[(int) Math.min(most, written - read)];
        for (int at = 0; at < taken.length; at++) {
            taken[at] = bytes[(int) (read++ & bytes.length - 1)];
        }
        return taken;
    }
}
