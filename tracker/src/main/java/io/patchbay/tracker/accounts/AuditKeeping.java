package io.patchbay.tracker.accounts;

import java.time.Instant;

/** Shortens the audit record, which otherwise only grows. */
public interface AuditKeeping {

    /**
     * Removes entries of what was changed before, the oldest first.
     *
     * @param most how many at once, so that nobody waits long
     * @return how many were removed
     */
    int forget(Instant before, int most);
}
