package io.patchbay.server;

import io.patchbay.tracker.StoreUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a server does again and again without being asked: each chore beside the others. */
final class Chores implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Does it now, and again after each pause.
     *
     * @param name for the log, such as "trimming the audit record"
     */
    void add(String name, Duration pause, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(() -> repeat(name, pause, work)));
    }

    private void repeat(String name, Duration pause, Runnable work) {
        try {
            do {
                attempt(name, work);
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(String name, Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailable e) {
            LOG.warn("{} waits for the next time: {}", name, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} failed; it is tried again", name, e);
        }
    }

    /** Lets those end that are at work. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
