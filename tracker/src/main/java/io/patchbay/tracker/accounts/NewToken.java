package io.patchbay.tracker.accounts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * A token to be made.
 *
 * @param scopes empty for everything its user may do
 * @param projectId the only project in which it may change something; null for all
 * @param expires null for never
 */
public record NewToken(
        String label, Set<Scope> scopes, @Nullable Long projectId, @Nullable Instant expires) {

    /** May do all that its user may. */
    public static NewToken full(String label, @Nullable Instant expires) {
        return new NewToken(label, Set.of(), null, expires);
    }
}
