package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.NameTaken;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Keeps what the rules of this package decided. Events and audit record are written in the same
 * transaction.
 */
public interface Edits {

    /** Writes all that the edit comes to: the row, its relation, events, audit and notices. */
    void keep(PatchEdited edited, Actor actor);

    /** Writes what can be edited of it. */
    void change(Project before, Project after);

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

    /**
     * Makes the persons that are new, moves all to whom they go, and returns the id of the audit
     * record.
     */
    long move(PersonMoves moves);

    /** Moves all back, and removes the persons that the record made if they have nothing else. */
    void moveBack(AuditEntry entry, List<MovedMails> moved);

    void change(User user, String firstName, String lastName, UserSettings settings);
}
