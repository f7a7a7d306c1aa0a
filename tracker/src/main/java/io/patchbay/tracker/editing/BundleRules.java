package io.patchbay.tracker.editing;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.editing.Change.AddBundle;
import io.patchbay.tracker.editing.Change.EditBundle;
import io.patchbay.tracker.editing.Change.FillBundle;
import io.patchbay.tracker.editing.Change.OrderBundle;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.TextRule;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What becomes of bundles that somebody makes or edits (rest-api §7.10, web-ui §7). Pure. */
public final class BundleRules {

    private static final String NAME = "name";
    private static final String PATCHES = "patches";

    private BundleRules() {}

    /**
     * What is known of a bundle and of all that its edit names.
     *
     * @param bundle null for one to be made
     * @param patches those that the edit names, by id; those that are not there are missing
     * @param named the owner's bundle that has the wanted name, if there is one
     */
    public record Known(
            @Nullable Bundle bundle, Map<Long, Patch> patches, @Nullable Bundle named) {}

    /**
     * How a bundle shall be.
     *
     * @param before null for one to be made
     */
    public record Kept(User owner, @Nullable Bundle before, BundleContent content) {}

    /** The right that the actor lacks for this bundle; null if none. */
    public static @Nullable Right lacking(Actor actor, Bundle bundle) {
        if (actor.isAnonymous()) {
            return Right.SIGNED_IN;
        }
        if (!Rights.reaches(actor, bundle.project())) {
            return Right.PROJECT_OF_TOKEN;
        }
        if (!Rights.isUnlimited(actor)) {
            return Right.SCOPE_OF_TOKEN;
        }
        return actor.isOperator() || actor.is(bundle.owner()) ? null : Right.OWN_BUNDLE;
    }

    public static Edited<Kept> decide(AddBundle change, Actor actor, Known known) {
        var owner = actor.user();
        if (owner == null) {
            return new Edited.NotAllowed<>(actor.isOperator() ? Right.OWN_BUNDLE : Right.SIGNED_IN);
        }
        if (!Rights.isUnlimited(actor)) {
            return new Edited.NotAllowed<>(Right.SCOPE_OF_TOKEN);
        }
        var problems = new ArrayList<Problem>();
        checkName(problems, change.name(), known);
        var patches = patches(problems, change.patchIds(), known);
        if (change.patchIds().isEmpty() && change.projectId() == null) {
            problems.add(new Problem.NoPatches(PATCHES));
        }
        if (!problems.isEmpty()) {
            return new Edited.Invalid<>(problems);
        }
        long project =
                change.projectId() == null ? patches.getFirst().project().id() : change.projectId();
        return new Edited.Done<>(
                new Kept(
                        owner,
                        null,
                        new BundleContent(project, change.name(), change.isPublic(), ids(patches))),
                true);
    }

    public static Edited<Kept> decide(EditBundle change, Actor actor, Bundle bundle, Known known) {
        var lacking = lacking(actor, bundle);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var problems = new ArrayList<Problem>();
        if (change.name() != null) {
            checkName(problems, change.name(), known);
        }
        var patches =
                change.patchIds() == null ? null : patches(problems, change.patchIds(), known);
        if (change.patchIds() != null && change.patchIds().isEmpty()) {
            problems.add(new Problem.NoPatches(PATCHES));
        }
        if (!problems.isEmpty()) {
            return new Edited.Invalid<>(problems);
        }
        var content =
                new BundleContent(
                        patches == null ? bundle.project().id() : patches.getFirst().project().id(),
                        change.name() == null ? bundle.name() : change.name(),
                        change.isPublic() == null ? bundle.isPublic() : change.isPublic(),
                        patches == null ? idsOf(bundle) : ids(patches));
        return new Edited.Done<>(new Kept(bundle.owner(), bundle, content), true);
    }

    public static Edited<Kept> decide(FillBundle change, Actor actor, Bundle bundle, Known known) {
        var lacking = lacking(actor, bundle);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var problems = new ArrayList<Problem>();
        var added = patches(problems, change.adding(), known);
        if (!problems.isEmpty()) {
            return new Edited.Invalid<>(problems);
        }
        var ids = new LinkedHashSet<Long>(idsOf(bundle));
        added.forEach(patch -> ids.add(patch.id()));
        change.removing().forEach(ids::remove);
        var content =
                new BundleContent(
                        bundle.project().id(), bundle.name(), bundle.isPublic(), List.copyOf(ids));
        return new Edited.Done<>(new Kept(bundle.owner(), bundle, content), true);
    }

    public static Edited<Kept> decide(OrderBundle change, Actor actor, Bundle bundle) {
        var lacking = lacking(actor, bundle);
        if (lacking != null) {
            return new Edited.NotAllowed<>(lacking);
        }
        var now = idsOf(bundle);
        var ids = new LinkedHashSet<>(change.patchIds());
        ids.retainAll(now);
        ids.addAll(now);
        var content =
                new BundleContent(
                        bundle.project().id(), bundle.name(), bundle.isPublic(), List.copyOf(ids));
        return new Edited.Done<>(new Kept(bundle.owner(), bundle, content), true);
    }

    private static void checkName(List<Problem> problems, String name, Known known) {
        Texts.check(problems, NAME, TextRule.BUNDLE_NAME, name);
        var other = known.named();
        if (other != null && (known.bundle() == null || known.bundle().id() != other.id())) {
            problems.add(new Problem.Taken("bundle", NAME, name));
        }
    }

    private static List<Patch> patches(List<Problem> problems, List<Long> ids, Known known) {
        var patches = new ArrayList<Patch>();
        for (long id : new LinkedHashSet<>(ids)) {
            var patch = known.patches().get(id);
            if (patch == null) {
                problems.add(new Problem.Missing(PATCHES, Long.toString(id)));
                return List.of();
            }
            patches.add(patch);
        }
        if (patches.stream().map(patch -> patch.project().id()).distinct().count() > 1) {
            problems.add(new Problem.MixedProjects(PATCHES));
        }
        return patches;
    }

    private static List<Long> ids(List<Patch> patches) {
        return patches.stream().map(Patch::id).toList();
    }

    private static List<Long> idsOf(Bundle bundle) {
        return bundle.patches().stream().map(PatchHead::id).toList();
    }
}
