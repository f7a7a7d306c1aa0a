package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;

/** Who may say of a comment that it was addressed (rest-api §7.8). Pure. */
public final class CommentRules {

    private CommentRules() {}

    /** A comment and what it is on. */
    public sealed interface Known {

        Comment comment();

        record OnPatch(Comment comment, Patch patch) implements Known {}

        record OnCover(Comment comment, Cover cover) implements Known {}
    }

    /** The right that the actor lacks; null if none. */
    public static @Nullable Right lacking(Actor actor, Known known) {
        if (!Rights.reaches(actor, project(known))) {
            return Right.PROJECT_OF_TOKEN;
        }
        if (!Rights.isWithin(actor, Scope.STATE)) {
            return Right.SCOPE_OF_TOKEN;
        }
        if (!mayAddress(actor, known)) {
            return actor.isAnonymous() ? Right.SIGNED_IN : Right.ADDRESS_COMMENT;
        }
        return null;
    }

    private static Project project(Known known) {
        return switch (known) {
            case Known.OnPatch(var _, var patch) -> patch.project();
            case Known.OnCover(var _, var cover) -> cover.project();
        };
    }

    private static boolean mayAddress(Actor actor, Known known) {
        var viewer = actor.viewer();
        if (viewer == null) {
            return true;
        }
        return switch (known) {
            case Known.OnPatch(var comment, var patch) -> Rights.mayAddress(viewer, comment, patch);
            case Known.OnCover(var comment, var cover) -> Rights.mayAddress(viewer, comment, cover);
        };
    }

    /** The comment as it was. */
    public static Edited<Comment> decide(Actor actor, Known known) {
        var lacking = lacking(actor, known);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        return new Edited.Done<>(known.comment(), true);
    }
}
