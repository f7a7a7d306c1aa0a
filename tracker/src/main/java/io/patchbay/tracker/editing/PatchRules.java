package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.TextRule;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of a patch that somebody edits (rest-api §7.5, §10). Pure. */
public final class PatchRules {

    private PatchRules() {}

    /**
     * What is known of a patch and of all that its edit names.
     *
     * @param maintainers of its project
     * @param delegate whom the edit names, if there is such a user
     * @param named the patches that the edit relates it to, by id; those that are not there are
     *     missing
     */
    public record Known(
            Patch patch,
            List<State> states,
            List<User> maintainers,
            @Nullable User delegate,
            Map<Long, Patch> named) {}

    /** The right that the actor lacks for editing this patch; null if none. */
    public static @Nullable Right lacking(Actor actor, Patch patch, Scope scope) {
        if (!Rights.reaches(actor, patch.project())) {
            return Right.PROJECT_OF_TOKEN;
        }
        if (!Rights.isWithin(actor, scope)) {
            return Right.SCOPE_OF_TOKEN;
        }
        if (!Rights.mayEdit(actor, patch)) {
            return actor.isAnonymous() ? Right.SIGNED_IN : Right.EDIT_PATCH;
        }
        return null;
    }

    public static Edited<PatchEdited> decide(EditPatch change, Actor actor, Known known) {
        var patch = known.patch();
        var lacking = lacking(actor, patch, Scope.STATE);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var fields = change.fields();
        var problems = new ArrayList<Problem>();
        check(problems, "commit_ref", TextRule.COMMIT_REF, fields.commitRef());
        check(problems, "pull_url", TextRule.PULL_URL, fields.pullUrl());
        var state = state(problems, fields.state(), known);
        var delegate = delegate(problems, fields.delegate(), known);
        var named = named(problems, fields.related(), known);
        if (!problems.isEmpty()) {
            return new Edited.Invalid<>(problems);
        }
        Relating relating =
                named == null ? new Relating.Unchanged() : Relating.decide(actor, patch, named);
        return switch (relating) {
            case Relating.NotMaintained() -> new Edited.NotAllowed<>(Right.MAINTAIN_RELATED);
            case Relating.Conflict() -> new Edited.Conflict<>(Edited.Obstacle.OTHER_RELATION);
            case Relating.Unchanged(), Relating.Joins(var _), Relating.Leaves() -> {
                var after =
                        patch.with(
                                state,
                                fields.archived() == null ? patch.archived() : fields.archived(),
                                delegate,
                                NewValue.or(fields.commitRef(), patch.commitRef()),
                                NewValue.or(fields.pullUrl(), patch.pullUrl()));
                yield new Edited.Done<>(new PatchEdited(patch, after, relating), true);
            }
        };
    }

    private static void check(
            List<Problem> problems,
            String field,
            TextRule rule,
            @Nullable NewValue<@Nullable String> wanted) {
        if (wanted != null && wanted.value() != null) {
            Texts.check(problems, field, rule, wanted.value());
        }
    }

    private static State state(List<Problem> problems, @Nullable StateName wanted, Known known) {
        if (wanted == null) {
            return known.patch().state();
        }
        var state = wanted.among(known.states());
        if (state.isEmpty()) {
            problems.add(
                    new Problem.UnknownWord(
                            "state",
                            wanted.given(),
                            known.states().stream().map(State::slug).toList()));
        }
        return state.orElse(known.patch().state());
    }

    // Whoever is the delegate may stay so, even if no maintainer any more.
    private static @Nullable User delegate(
            List<Problem> problems, @Nullable NewValue<@Nullable Long> wanted, Known known) {
        var patch = known.patch();
        if (wanted == null) {
            return patch.delegate();
        }
        var id = wanted.value();
        if (id == null) {
            return null;
        }
        if (patch.delegate() != null && patch.delegate().id() == id) {
            return patch.delegate();
        }
        var user = known.delegate();
        if (user == null) {
            problems.add(new Problem.Missing("delegate", id.toString()));
        } else if (known.maintainers().stream().noneMatch(one -> one.id() == id)) {
            problems.add(new Problem.NotMaintainer("delegate", user, patch.project()));
        }
        return user;
    }

    private static @Nullable List<Patch> named(
            List<Problem> problems, @Nullable List<Long> wanted, Known known) {
        if (wanted == null) {
            return null;
        }
        var named = new ArrayList<Patch>();
        for (long id : wanted) {
            var patch = known.named().get(id);
            if (patch == null) {
                problems.add(new Problem.Missing("related", Long.toString(id)));
                return null;
            }
            named.add(patch);
        }
        return named;
    }
}
