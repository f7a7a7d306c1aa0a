package io.patchbay.server;

import io.patchbay.tracker.Store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;

/** Removes entries of the audit record when their time is over. */
public record AuditRetention(Store store, InstantSource clock, Duration keep) {

    static final Duration PAUSE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

    /** Deleted in one transaction, which makes others wait for some milliseconds. */
    private static final int AT_ONCE = 200;

    /** Returns how many. */
    public long trim() {
        var before = clock.instant().minus(keep);
        long removed = 0;
        int last;
        do {
            last = store.write(writing -> writing.auditKeeping().forget(before, AT_ONCE));
            removed += last;
        } while (last == AT_ONCE);
        if (removed > 0) {
            LOG.info(
                    "{} entries of the audit record were older than {} and were removed",
                    removed,
                    keep);
        }
        return removed;
    }
}
