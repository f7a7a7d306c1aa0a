package io.patchbay.qmp;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets events of a kind pass once a second (spec §6): the first at once, of those within the second
 * after it only the last, when the second is over.
 */
final class RateLimit {

    /**
     * Events that count as the same: of one name, and with equal values in the members that matter.
     */
    record Likewise(String name, Object members) {}

    private static final Runnable NOTHING = () -> {};

    private final Map<Likewise, Runnable> held = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    void pass(Likewise kind, Runnable send) {
        synchronized (this) {
            if (held.containsKey(kind)) {
                held.put(kind, send);
                return;
            }
            held.put(kind, NOTHING);
        }
        send.run();
        Thread.ofVirtual().name("qmp-rate-limit").start(() -> releaseEachSecond(kind));
    }

    void close() {
        closed.countDown();
    }

    private void releaseEachSecond(Likewise kind) {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                var last = takeHeld(kind);
                if (last == null) {
                    return;
                }
                last.run();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The event held back in the last second; null, and the limit lifted, if there was none. */
    private synchronized @Nullable Runnable takeHeld(Likewise kind) {
        var last = held.get(kind);
        if (last == null || last == NOTHING) {
            held.remove(kind);
            return null;
        }
        held.put(kind, NOTHING);
        return last;
    }
}
