package io.patchbay.server;

import io.patchbay.tracker.Store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;

/** Removes what waited in vain: links that nobody followed, and news that nobody mailed. */
record Expired(Store store, InstantSource clock) {

    static final Duration PAUSE = Duration.ofHours(1);

    /** Without a mail server, new states wait to be told; nobody wants to hear of them later. */
    private static final Duration NEWS = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Expired.class);

    void remove() {
        int accounts =
                store.write(writing -> {
                    writing.notifications().forget(clock.instant().minus(NEWS));
                    return writing.confirmations().forget();
                });
        if (accounts > 0) {
            LOG.info("{} accounts were never confirmed and are removed", accounts);
        }
    }
}
