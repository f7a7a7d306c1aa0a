package io.patchbay.store;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.PatchEdited;
import io.patchbay.tracker.editing.Relating;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** A patch as it shall be, whatever the rules would say of it: the store keeps what it is told. */
public record PatchCopy(Patch patch) {

    private static final Origin ORIGIN = new Origin("127.0.0.1", "a test");

    public PatchCopy state(State to) {
        return copy(to, patch.archived(), patch.delegate(), patch.commitRef(), patch.pullUrl());
    }

    public PatchCopy archived(boolean to) {
        return copy(patch.state(), to, patch.delegate(), patch.commitRef(), patch.pullUrl());
    }

    public PatchCopy delegate(@Nullable User to) {
        return copy(patch.state(), patch.archived(), to, patch.commitRef(), patch.pullUrl());
    }

    public PatchCopy commitRef(@Nullable String to) {
        return copy(patch.state(), patch.archived(), patch.delegate(), to, patch.pullUrl());
    }

    public PatchCopy pullUrl(@Nullable String to) {
        return copy(patch.state(), patch.archived(), patch.delegate(), patch.commitRef(), to);
    }

    private PatchCopy copy(
            State state,
            boolean archived,
            @Nullable User delegate,
            @Nullable String commitRef,
            @Nullable String pullUrl) {
        return new PatchCopy(patch.with(state, archived, delegate, commitRef, pullUrl));
    }

    /** What an edit of the patch comes to that makes this of it. */
    public PatchEdited editOf(Patch before) {
        return new PatchEdited(before, patch, new Relating.Unchanged());
    }

    public static PatchEdited joins(Patch edited, Set<Long> members) {
        return new PatchEdited(edited, edited, new Relating.Joins(members));
    }

    public static PatchEdited leaves(Patch edited) {
        return new PatchEdited(edited, edited, new Relating.Leaves());
    }

    /** Who edits; the operator if nobody. */
    public static Actor actor(@Nullable User user) {
        return user == null
                ? Actor.operator(ORIGIN)
                : Actor.viewer(
                        new Viewer(user, UserSettings.DEFAULT, Set.of(), Set.of(), false, null),
                        ORIGIN);
    }
}
