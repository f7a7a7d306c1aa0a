package io.patchbay.store.packing;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * Packers or unpackers that wait for their next mail. Making one costs more than using it, above
 * all one that has learnt a dictionary; each has memory outside of the heap, so few are kept.
 */
final class Codecs<C extends Closeable> {

    /** What a packer of a dictionary takes is about a megabyte. */
    private static final int MOST_IDLE = 16;

    /** One that nobody uses. */
    private record Idle<C>(long dictionary, C codec) {}

    private final ArrayDeque<Idle<C>> idle = new ArrayDeque<>();

    /**
     * Null if none is idle that has this dictionary. Whoever took it gives it back or closes it.
     */
    synchronized @Nullable C take(long dictionary) {
        for (Iterator<Idle<C>> each = idle.iterator(); each.hasNext(); ) {
            var candidate = each.next();
            if (candidate.dictionary == dictionary) {
                each.remove();
                return candidate.codec;
            }
        }
        return null;
    }

    void giveBack(long dictionary, C codec) {
        var oldest = add(new Idle<>(dictionary, codec));
        if (oldest != null) {
            close(oldest);
        }
    }

    private synchronized @Nullable C add(Idle<C> newest) {
        idle.addFirst(newest);
        return idle.size() > MOST_IDLE ? idle.removeLast().codec : null;
    }

    void close() {
        while (true) {
            Idle<C> next;
            synchronized (this) {
                next = idle.pollFirst();
            }
            if (next == null) {
                return;
            }
            close(next.codec);
        }
    }

    private void close(C codec) {
        try {
            codec.close();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be freed", e);
        }
    }
}
