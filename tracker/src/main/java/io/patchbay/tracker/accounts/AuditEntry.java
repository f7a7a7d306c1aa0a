package io.patchbay.tracker.accounts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A change that somebody asked for.
 *
 * @param username as it was then; null if nobody was signed in, as on the command line
 * @param tokenId of the token that was shown, if one was
 * @param project link name, where the object is in a project
 * @param object what was changed, such as {@code patch 12}
 */
public record AuditEntry(
        long id,
        Instant date,
        @Nullable String username,
        @Nullable Long tokenId,
        String address,
        String request,
        @Nullable String project,
        String object,
        List<Change> changes) {

    /** A field, before and after; null for what was not there. */
    public record Change(String field, @Nullable String before, @Nullable String after) {}
}
