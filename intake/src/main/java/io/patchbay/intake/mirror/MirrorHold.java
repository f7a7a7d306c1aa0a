package io.patchbay.intake.mirror;

import io.patchbay.tracker.Store;
import io.patchbay.tracker.StoreUnavailable;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * That this process, and no other on the same database, looks at a mirror. It is renewed while the
 * look lasts, and ends by itself soon after the process does. Where two look at one for a moment
 * all the same, what one has filed is recognised by the other.
 */
public final class MirrorHold implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorHold.class);

    private static final Duration HELD = Duration.ofSeconds(30);

    /** After which one that ended without a word holds it no longer. */
    public static final Duration LONGEST = HELD.plusSeconds(1);

    private static final Duration RENEWED = Duration.ofSeconds(10);

    private final Store store;
    private final InstantSource clock;
    private final long projectId;
    private final String holder = UUID.randomUUID().toString();
    private final Thread worker = Thread.currentThread();
    private final Thread renewer;
    private boolean settled;

    private MirrorHold(Store store, InstantSource clock, long projectId) {
        this.store = store;
        this.clock = clock;
        this.projectId = projectId;
        renewer = Thread.ofVirtual().name("holds mirror of " + projectId).unstarted(this::renew);
    }

    /** Empty if another one holds it, or the project follows none. To be closed by this thread. */
    public static Optional<MirrorHold> of(Store store, InstantSource clock, long projectId) {
        var hold = new MirrorHold(store, clock, projectId);
        if (!hold.hold()) {
            return Optional.empty();
        }
        hold.renewer.start();
        return Optional.of(hold);
    }

    private boolean hold() {
        var until = clock.instant().plus(HELD);
        return store.write(writing -> writing.mirrorKeeping().hold(projectId, holder, until));
    }

    private void renew() {
        try {
            while (true) {
                Thread.sleep(RENEWED);
                try {
                    if (!hold()) {
                        // The mirror was changed, or we were asleep for too long.
                        worker.interrupt();
                        return;
                    }
                } catch (StoreUnavailable e) {
                    LOG.warn("the hold of a mirror is renewed later: {}", e.getMessage());
                }
            }
        } catch (InterruptedException _) {
            // The look is over.
        }
    }

    /**
     * Ends the look.
     *
     * @param trouble why it failed; null if it did not
     * @param due when to look again
     */
    public void looked(@Nullable String trouble, Instant due) {
        settled = true;
        boolean unused =
                store.write(writing -> {
                    writing.mirrorKeeping().looked(projectId, holder, trouble, due);
                    return true;
                });
    }

    /** Another process may go on at once if this one has not come to an end. */
    @Override
    public void close() {
        renewer.interrupt();
        if (settled) {
            return;
        }
        // The store waits for its turn, which whoever is interrupted cannot.
        boolean interrupted = Thread.interrupted();
        try {
            boolean unused =
                    store.write(writing -> {
                        writing.mirrorKeeping().release(projectId, holder);
                        return true;
                    });
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
