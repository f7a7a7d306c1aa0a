package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.editing.Change.AddCheck;
import io.patchbay.tracker.editing.Change.UserName;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.TextRule;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What becomes of a check that is reported (rest-api §7.9). Pure. */
public final class CheckRules {

    private static final String USUAL_CONTEXT = "default";

    private CheckRules() {}

    /**
     * What is known of a patch and of all that the report names.
     *
     * @param user whom the report names, if there is such a user
     * @param latest of each user and context, where only news are wanted
     */
    public record Known(Patch patch, @Nullable User user, List<Check> latest) {}

    /**
     * What a report comes to.
     *
     * @param same the check that says it already; null if one is made
     */
    public record Reported(Patch patch, NewCheck check, @Nullable Check same) {}

    public static Edited<Reported> decide(AddCheck change, Actor actor, Known known) {
        var lacking = PatchRules.lacking(actor, known.patch(), Scope.CHECKS);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var problems = new ArrayList<Problem>();
        // Whoever may edit the patch may report for another user, as CI systems do.
        var user = change.user() == null ? actor.user() : known.user();
        if (user == null) {
            problems.add(new Problem.Missing("user", given(change.user())));
        }
        var state = CheckState.named(change.state());
        if (state.isEmpty()) {
            problems.add(
                    new Problem.UnknownWord(
                            "state",
                            change.state(),
                            Arrays.stream(CheckState.values()).map(CheckState::label).toList()));
        }
        var context = change.context() == null ? USUAL_CONTEXT : change.context();
        Texts.check(problems, "target_url", TextRule.TARGET_URL, change.targetUrl());
        Texts.check(problems, "context", TextRule.CHECK_CONTEXT, context);
        Texts.check(problems, "description", TextRule.CHECK_DESCRIPTION, change.description());
        if (!problems.isEmpty() || user == null) {
            return new Edited.Invalid<>(problems);
        }
        var check =
                new NewCheck(user, state.get(), change.targetUrl(), change.description(), context);
        var same = change.onlyNews() ? same(check, known.latest()) : null;
        return new Edited.Done<>(new Reported(known.patch(), check, same), same == null);
    }

    private static String given(@Nullable UserName user) {
        return switch (user) {
            case null -> "";
            case UserName.Id(var id) -> Long.toString(id);
            case UserName.Login(var username) -> username;
        };
    }

    private static @Nullable Check same(NewCheck asked, List<Check> latest) {
        return latest.stream()
                .filter(check ->
                        check.user().id() == asked.user().id()
                                && check.context().equals(asked.context())
                                && check.state() == asked.state()
                                && Objects.equals(check.targetUrl(), asked.targetUrl())
                                && Objects.equals(check.description(), asked.description()))
                .findFirst()
                .orElse(null);
    }
}
