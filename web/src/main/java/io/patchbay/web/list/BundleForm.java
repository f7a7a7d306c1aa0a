package io.patchbay.web.list;

import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.Problem;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.TextRule.Broken;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.PageContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts patches into bundles and takes them out (web-ui.md §4.4, §7). */
public record BundleForm(Parameters fields, Actor actor, PageContext context) {

    public List<Flash> apply(String action, List<Patch> patches, Project project) {
        return switch (action) {
            case "create", "createbundle" -> create(patches, project);
            case "add", "addtobundle" -> add(patches);
            case "remove" -> remove(patches);
            default -> List.of(Flash.INVALID_FORM);
        };
    }

    private List<Flash> create(List<Patch> patches, Project project) {
        var name = fields.get("name", "").strip();
        var change = new Change.AddBundle(name, false, ids(patches), project.id());
        return flashes(
                context.editing().apply(change, actor),
                "You don't have permissions to create bundles",
                bundle -> {
                    var flashes = new ArrayList<Flash>();
                    patches.forEach(patch -> flashes.add(added(patch, bundle)));
                    flashes.add(Flash.success("Bundle " + bundle.name() + " created"));
                    return flashes;
                });
    }

    private List<Flash> add(List<Patch> patches) {
        long id = Numbers.parse(fields.get("bundle_id", ""), -1);
        var before = patchesIn(id);
        return flashes(
                context.editing().apply(new Change.FillBundle(id, ids(patches), List.of()), actor),
                "You don't have permissions to add patches to bundle",
                bundle ->
                        patches.stream()
                                .map(patch ->
                                        before.contains(patch.id())
                                                ? Flash.warning(
                                                        "Patch '%s' already in bundle %s"
                                                                .formatted(
                                                                        patch.name(),
                                                                        bundle.name()))
                                                : added(patch, bundle))
                                .toList());
    }

    private List<Flash> remove(List<Patch> patches) {
        long id = Numbers.parse(fields.get("removed_bundle_id", ""), -1);
        var before = patchesIn(id);
        return flashes(
                context.editing().apply(new Change.FillBundle(id, List.of(), ids(patches)), actor),
                "You don't have permissions to remove patches from bundle",
                bundle ->
                        patches.stream()
                                .filter(patch -> before.contains(patch.id()))
                                .map(patch ->
                                        Flash.success(
                                                "Patch '%s' removed from bundle %s"
                                                        .formatted(patch.name(), bundle.name())))
                                .toList());
    }

    private static List<Flash> flashes(
            Edited<Bundle> edited, String notAllowed, Function<Bundle, List<Flash>> done) {
        return switch (edited) {
            case Edited.Done<Bundle>(var bundle, var _) -> done.apply(bundle);
            case Edited.NotAllowed<Bundle> _ -> List.of(Flash.error(notAllowed));
            case Edited.Unknown<Bundle> _ -> List.of(Flash.error("No bundle was selected"));
            case Edited.Invalid<Bundle>(var problems) -> problems(problems);
            case Edited.Conflict<Bundle> _ -> List.of(Flash.INVALID_FORM);
        };
    }

    /** What is wrong with a bundle, in the words of its pages. */
    public static List<Flash> problems(List<Problem> problems) {
        return List.of(problem(problems.getFirst()));
    }

    private static Flash problem(Problem problem) {
        return switch (problem) {
            case Problem.BadText(var _, var _, Broken.Blank()) ->
                    Flash.error("No bundle name was specified");
            case Problem.BadText(var _, var _, Broken.OtherForm _) ->
                    Flash.error("Bundle names can't contain slashes");
            case Problem.BadText(var _, var _, Broken.TooLong(var longest, var _)) ->
                    Flash.error("Bundle names can't be longer than " + longest + " characters");
            case Problem.Taken taken ->
                    Flash.error("A bundle called " + taken.given() + " already exists");
            case Problem.BadText(var _, var _, Broken.NullCharacter()) -> Flash.INVALID_FORM;
            case Problem.Missing _,
                    Problem.MixedProjects _,
                    Problem.NoPatches _,
                    Problem.UnknownWord _,
                    Problem.NotMaintainer _,
                    Problem.OutOfRange _,
                    Problem.BadPattern _,
                    Problem.Outdated _ ->
                    Flash.INVALID_FORM;
        };
    }

    /** Those that are in the bundle before it is changed, to tell which of them is new. */
    private Set<Long> patchesIn(long bundleId) {
        return context.read(reading ->
                reading.bundles().withId(bundleId).stream()
                        .flatMap(bundle -> bundle.patches().stream())
                        .map(PatchHead::id)
                        .collect(Collectors.toSet()));
    }

    private static List<Long> ids(List<Patch> patches) {
        return patches.stream().map(Patch::id).toList();
    }

    private static Flash added(Patch patch, Bundle bundle) {
        return Flash.success(
                "Patch '%s' added to bundle %s".formatted(patch.name(), bundle.name()));
    }
}
