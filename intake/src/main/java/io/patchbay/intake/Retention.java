package io.patchbay.intake;

import io.patchbay.tracker.Store;
import io.patchbay.tracker.mails.MailKeeping;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;

/** Removes kept mails when their time is over, looking for them every hour. */
public final class Retention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final Duration PAUSE = Duration.ofHours(1);

    /** Deleted in one transaction, which makes others wait for some milliseconds. */
    private static final int AT_ONCE = 200;

    private final Store store;
    private final InstantSource clock;
    private final Duration keep;
    private final Thread thread;

    /**
     * @param keep counted from the moment when a mail came
     */
    public Retention(Store store, InstantSource clock, Duration keep) {
        this.store = store;
        this.clock = clock;
        this.keep = keep;
        thread = Thread.ofVirtual().name("retention").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                clean();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void clean() {
        try {
            forgetWaiting(store, clock);
            long removed = forget(store, clock, keep);
            if (removed > 0) {
                LOG.info("{} kept mails were older than {} and were removed", removed, keep);
            }
        } catch (RuntimeException e) {
            LOG.warn("old mails stay until the next try: {}", e.getMessage());
        }
    }

    static void forgetWaiting(Store store, InstantSource clock) {
        var before = clock.instant().minus(MailKeeping.LONGEST_WAIT);
        int last;
        do {
            last = store.write(writing -> writing.mailKeeping().forgetWaiting(before, AT_ONCE));
        } while (last == AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    static long forget(Store store, InstantSource clock, Duration keep) {
        var before = clock.instant().minus(keep);
        long removed = 0;
        int last;
        do {
            last = store.write(writing -> writing.mailKeeping().forget(before, AT_ONCE));
            removed += last;
        } while (last == AT_ONCE && !Thread.currentThread().isInterrupted());
        return removed;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
