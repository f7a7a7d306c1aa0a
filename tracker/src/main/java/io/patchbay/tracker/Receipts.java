package io.patchbay.tracker;

import java.time.Duration;
import java.util.Optional;

/**
 * What was made for requests that their clients may send again, so that it is made once
 * (docs/adr/0012).
 */
public interface Receipts {

    /** How long a request can be repeated. */
    Duration KEPT = Duration.ofDays(1);

    /** Of the request that this user sent under this key. */
    Optional<Receipt> of(long userId, String key);

    /** Keeps a first one, and forgets those that are older than {@link #KEPT}. */
    void keep(long userId, String key, Receipt receipt);

    /**
     * A request and what came of it.
     *
     * @param request a hash of all that was asked
     * @param made id of what was made
     */
    record Receipt(String request, long made) {}
}
