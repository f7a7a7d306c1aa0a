package io.patchbay.tracker.editing;

import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

/**
 * How a patch shall be after an edit: all that can be edited, changed or not. Start with {@link
 * #none} and change what is wanted.
 */
public record PatchChange(
        State state,
        boolean archived,
        @Nullable User delegate,
        @Nullable String commitRef,
        @Nullable String pullUrl) {

    /** The patch as it is. */
    public static PatchChange none(Patch patch) {
        return new PatchChange(
                patch.state(),
                patch.archived(),
                patch.delegate(),
                patch.commitRef(),
                patch.pullUrl());
    }

    public PatchChange state(State to) {
        return new PatchChange(to, archived, delegate, commitRef, pullUrl);
    }

    public PatchChange archived(boolean to) {
        return new PatchChange(state, to, delegate, commitRef, pullUrl);
    }

    public PatchChange delegate(@Nullable User to) {
        return new PatchChange(state, archived, to, commitRef, pullUrl);
    }

    public PatchChange commitRef(@Nullable String to) {
        return new PatchChange(state, archived, delegate, to, pullUrl);
    }

    public PatchChange pullUrl(@Nullable String to) {
        return new PatchChange(state, archived, delegate, commitRef, to);
    }
}
