package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.editing.Change.AddToken;
import io.patchbay.tracker.editing.Change.AddUser;
import io.patchbay.tracker.editing.Change.EditUser;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.TextRule;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What becomes of users and of what is theirs (rest-api §7.3, web-ui §8). Pure. */
public final class UserRules {

    public static final int FEWEST_ITEMS_PER_PAGE = 1;

    /** A page that shows more would be slow to make and to read. */
    public static final int MOST_ITEMS_PER_PAGE = 1000;

    private static final String ITEMS_PER_PAGE = "items_per_page";

    private UserRules() {}

    /** How a user shall be. */
    public record Kept(User user, UserSettings settings) {}

    /**
     * The right that the actor lacks for changing what is this user's; null if none.
     *
     * @param userId whose it is
     */
    public static @Nullable Right lacking(Actor actor, long userId) {
        if (actor.isAnonymous()) {
            return Right.SIGNED_IN;
        }
        if (!Rights.isUnlimited(actor)) {
            return Right.SCOPE_OF_TOKEN;
        }
        var user = actor.user();
        return actor.isOperator() || user != null && user.id() == userId ? null : Right.SAME_USER;
    }

    public static Edited<Kept> decide(
            EditUser change, Actor actor, User user, UserSettings settings) {
        var lacking = lacking(actor, user.id());
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var problems = new ArrayList<Problem>();
        Texts.check(problems, "first_name", TextRule.PERSON_NAME, change.firstName());
        Texts.check(problems, "last_name", TextRule.PERSON_NAME, change.lastName());
        var items = change.itemsPerPage();
        if (items != null && (items < FEWEST_ITEMS_PER_PAGE || items > MOST_ITEMS_PER_PAGE)) {
            problems.add(
                    new Problem.OutOfRange(
                            ITEMS_PER_PAGE, items, FEWEST_ITEMS_PER_PAGE, MOST_ITEMS_PER_PAGE));
        }
        if (!problems.isEmpty()) {
            return new Edited.Invalid<>(problems);
        }
        return new Edited.Done<>(
                new Kept(
                        new User(
                                user.id(),
                                user.username(),
                                change.firstName() == null ? user.firstName() : change.firstName(),
                                change.lastName() == null ? user.lastName() : change.lastName(),
                                user.email()),
                        new UserSettings(
                                change.sendEmail() == null
                                        ? settings.sendEmail()
                                        : change.sendEmail(),
                                items == null ? settings.itemsPerPage() : items.intValue(),
                                change.showIds() == null ? settings.showIds() : change.showIds())),
                true);
    }

    /**
     * @param isTaken whether a user has the name already
     * @param projects all that there are
     */
    public static Edited<NewUser> decide(
            AddUser change, Actor actor, boolean isTaken, List<Project> projects) {
        if (!actor.isOperator()) {
            return new Edited.NotAllowed<>(Right.OPERATE);
        }
        var problems = new ArrayList<>(problemsOf(change.user()));
        if (isTaken) {
            problems.add(new Problem.Taken("user", "username", change.user().username()));
        }
        for (var linkName : change.maintains()) {
            if (projects.stream().noneMatch(project -> project.linkName().equals(linkName))) {
                problems.add(
                        new Problem.UnknownWord(
                                "maintainer",
                                linkName,
                                projects.stream().map(Project::linkName).toList()));
            }
        }
        return problems.isEmpty()
                ? new Edited.Done<>(change.user(), true)
                : new Edited.Invalid<>(problems);
    }

    /** What is wrong with a user to be, whoever makes it; registration asks too. */
    public static List<Problem> problemsOf(NewUser user) {
        var problems = new ArrayList<Problem>();
        Texts.check(problems, "username", TextRule.USERNAME, user.username());
        Texts.check(problems, "first_name", TextRule.PERSON_NAME, user.firstName());
        Texts.check(problems, "last_name", TextRule.PERSON_NAME, user.lastName());
        Texts.check(problems, "email", TextRule.EMAIL, user.email());
        return problems;
    }

    public static Edited<AddToken> decide(AddToken change, Actor actor) {
        var lacking = lacking(actor, change.userId());
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var problems = new ArrayList<Problem>();
        Texts.check(problems, "label", TextRule.TOKEN_LABEL, change.token().label());
        return problems.isEmpty()
                ? new Edited.Done<>(change, true)
                : new Edited.Invalid<>(problems);
    }
}
