package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Grant;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** What rules decide on, and who asks. */
final class Samples {

    static final Project BOATS = project(1, "boats");
    static final Project OARS = project(2, "oars");

    static final User MAINTAINER = user(1, "maintainer");
    static final User SUBMITTER = user(2, "submitter");
    static final User DELEGATE = user(3, "delegate");
    static final User STRANGER = user(4, "stranger");

    static final State NEW = new State(1, "New", "new", 0, true);
    static final State UNDER_REVIEW = new State(2, "Under Review", "under-review", 1, true);
    static final List<State> STATES = List.of(NEW, UNDER_REVIEW);

    private static final long PERSON_OF_SUBMITTER = 20;
    private static final long PERSON_OF_STRANGER = 40;

    private Samples() {}

    static Project project(long id, String name) {
        return new Project(
                id,
                name,
                "The " + name,
                name + ".example.org",
                "",
                "",
                Project.Links.NONE,
                false,
                false,
                true,
                RuleSet.PATCHWORK);
    }

    static User user(long id, String name) {
        return new User(id, name, "", "", name + "@example.org");
    }

    static Person submitter() {
        return new Person(PERSON_OF_SUBMITTER, null, "s@example.org", SUBMITTER.id());
    }

    static Person stranger() {
        return new Person(PERSON_OF_STRANGER, null, "o@example.org", STRANGER.id());
    }

    /** Of a project, written by the submitter and delegated to the delegate. */
    static Patch patch(long id, Project project) {
        return patch(id, project, null);
    }

    /**
     * @param relation null for none
     */
    static Patch patch(long id, Project project, @Nullable Long relation, long... related) {
        return new Patch(
                id,
                project,
                "<%d@example.org>".formatted(id),
                Instant.EPOCH,
                "tar the hull",
                null,
                null,
                NEW,
                false,
                null,
                submitter(),
                DELEGATE,
                null,
                null,
                CheckState.PENDING,
                relation,
                heads(related));
    }

    private static List<PatchHead> heads(long... patches) {
        return LongStream.of(patches)
                .mapToObj(id -> new PatchHead(id, BOATS, "", Instant.EPOCH, ""))
                .toList();
    }

    /** Of the stranger. */
    static Bundle bundle(long id, String name, long... patches) {
        return new Bundle(id, BOATS, name, STRANGER, true, heads(patches));
    }

    /**
     * Anonymous, the operator, a user by name (maintainers maintain {@link #BOATS}), or the
     * maintainer with a token: {@code token SCOPE}, {@code token here} or {@code token elsewhere}.
     */
    static Actor actor(String who) {
        return switch (who) {
            case "operator" -> Actor.operator(new Origin("monitor", "a test"));
            case "anonymous" -> actor(Viewer.ANONYMOUS);
            case "maintainer" -> actor(viewer(MAINTAINER, Set.of(BOATS.id()), null));
            case "submitter" -> actor(viewer(SUBMITTER, Set.of(), PERSON_OF_SUBMITTER));
            case "delegate" -> actor(viewer(DELEGATE, Set.of(), null));
            case "stranger" -> actor(viewer(STRANGER, Set.of(OARS.id()), PERSON_OF_STRANGER));
            case "token here" -> token(Set.of(), BOATS.id());
            case "token elsewhere" -> token(Set.of(), OARS.id());
            default -> token(Set.of(Scope.named(who.substring(6)).orElseThrow()), null);
        };
    }

    private static Actor token(Set<Scope> scopes, @Nullable Long project) {
        var viewer = viewer(MAINTAINER, Set.of(BOATS.id()), null);
        return actor(viewer.by(new Grant(1, scopes, project)));
    }

    private static Viewer viewer(User user, Set<Long> maintains, @Nullable Long person) {
        Set<Long> people = person == null ? Set.of() : Set.of(person);
        return new Viewer(user, UserSettings.DEFAULT, maintains, people, false, null);
    }

    private static Actor actor(Viewer viewer) {
        return Actor.viewer(viewer, new Origin("127.0.0.1", "a test"));
    }

    /** The right that was lacking, or the empty text. */
    static String lacking(Edited<?> edited) {
        return edited instanceof Edited.NotAllowed(var right) ? right.name() : "";
    }

    /** {@code field: sentence}, in their order. */
    static List<String> problems(Edited<?> edited) {
        return edited instanceof Edited.Invalid(var problems)
                ? problems.stream().map(it -> it.field() + ": " + it.sentence()).toList()
                : List.of();
    }

    static <T> T done(Edited<T> edited) {
        if (edited instanceof Edited.Done<T>(var result, var _)) {
            return result;
        }
        throw new AssertionError(edited.toString());
    }
}
