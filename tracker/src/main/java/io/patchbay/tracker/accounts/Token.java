package io.patchbay.tracker.accounts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * What is known of an API token: not its key.
 *
 * @param expires null for never
 * @param scopes empty for everything its user may do
 * @param project link name of the only project in which it may change something
 * @param lastUsed to the minute; null if it never was
 */
public record Token(
        long id,
        String label,
        Instant created,
        @Nullable Instant expires,
        Set<Scope> scopes,
        @Nullable String project,
        @Nullable Instant lastUsed) {

    /** What it may do, in a few words. */
    public String may() {
        var what = scopes.isEmpty() ? "everything" : Scope.labels(scopes).replace(" ", ", ");
        return project == null ? what : what + " in " + project;
    }
}
