package io.patchbay.qmp.chardev;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes what was sent to many clients at once. A few threads take one client after the other,
 * which costs far less than a thread for each; while a client holds one up, another takes its
 * place.
 */
public final class FanOut {

    // Below this, starting a thread for each is as cheap.
    private static final int FEW = 8;

    private static final int WRITERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    // After so long without progress, whoever writes is taken to be held up.
    private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final List<Output> outputs = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    void add(Output output) {
        outputs.add(output);
    }

    /** Begins to write and returns. Nothing is added any more. */
    public void start() {
        if (outputs.size() <= FEW) {
            outputs.forEach(output -> startThread(output::write));
            return;
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            startThread(this::write);
        }
        startThread(this::watch);
    }

    private static void startThread(Runnable work) {
        Thread.ofVirtual().name("qmp-fan-out").start(work);
    }

    private void write() {
        for (int at = next.getAndIncrement(); at < outputs.size(); at = next.getAndIncrement()) {
            outputs.get(at).write();
        }
    }

    /** Silent clients hold writers up for good, so that more of them are needed now and then. */
    private void watch() {
        int seen = next.get();
        while (seen < outputs.size()) {
            LockSupport.parkNanos(STUCK_NANOS);
            int now = next.get();
            if (now == seen) {
                startThread(this::write);
            }
            seen = now;
        }
    }
}
