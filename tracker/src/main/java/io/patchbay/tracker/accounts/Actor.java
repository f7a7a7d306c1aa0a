package io.patchbay.tracker.accounts;

import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change, and from where. Mail is no actor: what it changes is decided by filing.
 *
 * @param viewer whose rights decide; null for the operator, who has them all: whoever reaches a
 *     monitor or the command line
 */
public record Actor(@Nullable Viewer viewer, Origin origin) {

    public static Actor operator(Origin origin) {
        return new Actor(null, origin);
    }

    public static Actor viewer(Viewer viewer, Origin origin) {
        return new Actor(viewer, origin);
    }

    public boolean isOperator() {
        return viewer == null;
    }

    /** Nobody has signed in; the operator need not. */
    public boolean isAnonymous() {
        return viewer != null && viewer.isAnonymous();
    }

    /** Whom events and the audit record name; null for the operator and who has not signed in. */
    public @Nullable User user() {
        return viewer == null ? null : viewer.user();
    }

    public boolean is(@Nullable User other) {
        return viewer != null && viewer.is(other);
    }
}
