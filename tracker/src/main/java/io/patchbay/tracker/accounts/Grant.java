package io.patchbay.tracker.accounts;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What a token lets its bearer do of all that its user may.
 *
 * @param scopes empty for everything
 * @param projectId the only project in which something may be changed; null for all
 */
public record Grant(long tokenId, Set<Scope> scopes, @Nullable Long projectId) {

    public boolean isLimited() {
        return !scopes.isEmpty() || projectId != null;
    }

    public boolean allows(Scope scope) {
        return scopes.isEmpty() || scopes.contains(scope);
    }

    public boolean reaches(long project) {
        return projectId == null || projectId == project;
    }
}
