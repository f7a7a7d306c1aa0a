package io.patchbay.tracker.editing;

import io.patchbay.tracker.NameTaken;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What people and programs change of what was filed. Whether they may is asked before ({@link
 * Rights}); what they ask for exists and is valid. Events are written in the same transaction.
 */
public interface Edits {

    /**
     * Writes what differs, with the events of a changed state and delegate, and remembers the state
     * for the mail that tells the submitter.
     *
     * @param actor whose edit it is; null for mail and expiry
     */
    void change(Patch patch, PatchChange to, @Nullable User actor);

    /**
     * Makes the patches members of one relation: of the one that some of them are in, else of a new
     * one. Each patch that was not yet a member has its event, that of the edited one last.
     *
     * @param edited the patch whose edit it is: its event names the actor, the others' name none
     */
    void relate(Set<Long> patchIds, long edited, @Nullable User actor);

    /** Takes the patches out of their relation; one of which a single member is left vanishes. */
    void unrelate(Set<Long> patchIds, long edited, @Nullable User actor);

    /** Adds it and combines the patch's checks anew; its user is the event's actor. */
    Check add(Patch patch, NewCheck check);

    void address(Comment comment, @Nullable Boolean addressed);

    /**
     * Returns the new bundle's id.
     *
     * @throws NameTaken if a bundle of the owner has this name
     */
    long addBundle(User owner, BundleContent content);

    /**
     * Writes all of the content.
     *
     * @throws NameTaken if another bundle of the owner has this name
     */
    void change(Bundle bundle, BundleContent to);

    void remove(Bundle bundle);

    void change(Project project, Project.Links links, boolean showDependencies);

    void change(User user, String firstName, String lastName, UserSettings settings);
}
