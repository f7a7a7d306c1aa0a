package io.patchbay.tracker.accounts;

import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;

/** Who may do what (data-model §3). Staff flags grant nothing here. */
public final class Rights {

    private Rights() {}

    /** State, archived, delegate, commit reference, pull URL, and adding checks. */
    public static boolean mayEdit(Viewer viewer, Patch patch) {
        return viewer.reaches(patch.project())
                && (viewer.people().contains(patch.submitter().id())
                        || viewer.is(patch.delegate())
                        || maintains(viewer, patch.project()));
    }

    public static boolean mayAddress(Viewer viewer, Comment comment, Patch parent) {
        return viewer.reaches(parent.project())
                && (viewer.people().contains(comment.submitter().id()) || mayEdit(viewer, parent));
    }

    public static boolean mayAddress(Viewer viewer, Comment comment, Cover parent) {
        return viewer.reaches(parent.project())
                && (viewer.people().contains(comment.submitter().id())
                        || viewer.people().contains(parent.submitter().id())
                        || maintains(viewer, parent.project()));
    }

    /** The operator may do it all. */
    public static boolean mayEdit(Actor actor, Patch patch) {
        return actor.viewer() == null || mayEdit(actor.viewer(), patch);
    }

    public static boolean maintains(Actor actor, Project project) {
        return actor.viewer() == null || maintains(actor.viewer(), project);
    }

    /** Whether the token that was shown, if one was, is for this project and scope. */
    public static boolean isWithin(Actor actor, Scope scope) {
        var viewer = actor.viewer();
        return viewer == null || viewer.grant() == null || viewer.grant().allows(scope);
    }

    /**
     * Whether no token was shown, or one without limits: neither scopes nor projects hold accounts,
     * bundles or the settings of projects.
     */
    public static boolean isUnlimited(Actor actor) {
        var viewer = actor.viewer();
        return viewer == null || viewer.grant() == null || !viewer.grant().isLimited();
    }

    /** A private bundle exists for its owner only. */
    public static boolean maySee(Actor actor, Bundle bundle) {
        return bundle.isPublic() || actor.isOperator() || actor.is(bundle.owner());
    }

    public static boolean reaches(Actor actor, Project project) {
        return actor.viewer() == null || actor.viewer().reaches(project);
    }

    public static boolean maintains(Viewer viewer, Project project) {
        return viewer.reaches(project) && viewer.maintains().contains(project.id());
    }
}
