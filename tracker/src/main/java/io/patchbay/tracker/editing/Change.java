package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What somebody wants changed, in the words of whoever asks: nothing in it has been looked up or
 * checked. Fields are null where they stay as they are.
 *
 * @param <T> what is changed or made
 */
public sealed interface Change<T> {

    /** What makes something, and makes it once if it is sent again under the same key. */
    sealed interface Repeatable<T> extends Change<T> {}

    record EditPatch(long id, PatchFields fields) implements Change<Patch> {}

    /**
     * @param user for whom it is reported; null for the actor
     * @param state a label such as {@code success}, or its number
     * @param context null for {@code default}
     * @param onlyNews what the latest check of this user and context says already makes no new one
     */
    record AddCheck(
            long patchId,
            @Nullable UserName user,
            String state,
            @Nullable String targetUrl,
            @Nullable String description,
            @Nullable String context,
            boolean onlyNews)
            implements Repeatable<Check> {}

    /** Says of a comment that it was addressed, that somebody has to, or neither. */
    record Address(Parent parent, long id, @Nullable Boolean addressed)
            implements Change<Comment> {}

    /**
     * @param projectId of a bundle that may be empty; null takes it from the patches, of which
     *     there must be one
     */
    record AddBundle(String name, boolean isPublic, List<Long> patchIds, @Nullable Long projectId)
            implements Repeatable<Bundle> {}

    record EditBundle(
            long id,
            @Nullable String name,
            @Nullable Boolean isPublic,
            @Nullable List<Long> patchIds)
            implements Change<Bundle> {}

    /** Puts those of the bundle's patches that are named first, in this order. */
    record OrderBundle(long id, List<Long> patchIds) implements Change<Bundle> {}

    /** Puts patches behind those that the bundle has, and takes others out; it may become empty. */
    record FillBundle(long id, List<Long> adding, List<Long> removing) implements Change<Bundle> {}

    record RemoveBundle(long id) implements Change<Bundle> {}

    /**
     * @param name null for the link name
     * @param subjectMatch in the words of Python; empty for any subject
     * @param rules the word of a {@link RuleSet}; null for ours
     */
    record AddProject(
            String linkName,
            @Nullable String name,
            String listId,
            String listEmail,
            String subjectMatch,
            @Nullable String rules)
            implements Change<Project> {}

    record EditProject(ProjectName project, ProjectFields fields) implements Change<Project> {}

    /**
     * @param maintains link names of projects
     * @param linked whether what its address wrote is its own
     */
    record AddUser(NewUser user, List<String> maintains, boolean linked) implements Change<User> {}

    record EditUser(
            long id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Boolean sendEmail,
            @Nullable Long itemsPerPage,
            @Nullable Boolean showIds)
            implements Change<User> {}

    /** Makes the key of a token, which cannot be asked for again. */
    record AddToken(long userId, NewToken token) implements Change<String> {}

    record RemoveToken(long userId, long tokenId) implements Change<Long> {}

    /**
     * What was filed under the address of a list or relay goes to whoever wrote it, as the mails
     * say.
     */
    record SplitPerson(long id) implements Change<PersonMoves> {}

    /** All that one has submitted becomes another's. */
    record MergePersons(long from, long into) implements Change<PersonMoves> {}

    /**
     * Puts back what one of the two above has moved.
     *
     * @param entry the id of its audit record
     */
    record UndoMoves(long entry) implements Change<List<MovedMails>> {}

    /** How a project is named. */
    sealed interface ProjectName {

        record LinkName(String linkName) implements ProjectName {}

        /** Its id, or its link name if no project has this id. */
        record Key(String key) implements ProjectName {}
    }

    /** How a user is named. */
    sealed interface UserName {

        record Id(long id) implements UserName {}

        /** In any case. */
        record Login(String username) implements UserName {}
    }
}
