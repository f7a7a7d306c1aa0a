package io.patchbay.web.list;

import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.editing.BundleContent;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Flash;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts patches into bundles and takes them out (web-ui.md §4.4, §7). */
public record BundleForm(Parameters fields, User user, Writing writing) {

    static final int LONGEST_NAME = 50;

    public List<Flash> apply(String action, List<Patch> patches, Project project) {
        return switch (action) {
            case "create", "createbundle" -> create(patches, project);
            case "add", "addtobundle" -> add(patches);
            case "remove" -> remove(patches);
            default -> List.of(Flash.error("The submitted form data was invalid"));
        };
    }

    private List<Flash> create(List<Patch> patches, Project project) {
        var name = fields.get("name", "").strip();
        var problem = problemOfName(name, null);
        if (problem != null) {
            return List.of(Flash.error(problem));
        }
        var ids = patches.stream().map(Patch::id).toList();
        writing.edits().addBundle(user, new BundleContent(project.id(), name, false, ids));
        var flashes = new ArrayList<Flash>();
        patches.forEach(patch -> flashes.add(added(patch, name)));
        flashes.add(Flash.success("Bundle " + name + " created"));
        return flashes;
    }

    /**
     * Why a bundle of the user cannot have this name, or null.
     *
     * @param renamed the bundle that shall be renamed, null for a new one
     */
    public @Nullable String problemOfName(String name, @Nullable Bundle renamed) {
        if (name.isEmpty()) {
            return "No bundle name was specified";
        }
        if (name.indexOf('/') >= 0) {
            return "Bundle names can't contain slashes";
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return "Bundle names can't be longer than " + LONGEST_NAME + " characters";
        }
        boolean taken =
                writing.bundles()
                        .named(user.username(), name)
                        .filter(other -> renamed == null || other.id() != renamed.id())
                        .isPresent();
        return taken ? "A bundle called " + name + " already exists" : null;
    }

    private List<Flash> add(List<Patch> patches) {
        var bundle = bundle("bundle_id");
        if (bundle.isEmpty()) {
            return List.of(Flash.error("No bundle was selected"));
        }
        if (!isOwn(bundle.get())) {
            return List.of(Flash.error("You don't have permissions to add patches to bundle"));
        }
        var ids = idsOf(bundle.get());
        var flashes = new ArrayList<Flash>();
        for (var patch : patches) {
            flashes.add(
                    ids.add(patch.id())
                            ? added(patch, bundle.get().name())
                            : Flash.warning(
                                    "Patch '%s' already in bundle %s"
                                            .formatted(patch.name(), bundle.get().name())));
        }
        keep(bundle.get(), ids);
        return flashes;
    }

    private List<Flash> remove(List<Patch> patches) {
        var bundle = bundle("removed_bundle_id");
        if (bundle.isEmpty()) {
            return List.of(Flash.error("No bundle was selected"));
        }
        if (!isOwn(bundle.get())) {
            return List.of(Flash.error("You don't have permissions to remove patches from bundle"));
        }
        var ids = idsOf(bundle.get());
        var flashes = new ArrayList<Flash>();
        for (var patch : patches) {
            if (ids.remove(patch.id())) {
                flashes.add(
                        Flash.success(
                                "Patch '%s' removed from bundle %s"
                                        .formatted(patch.name(), bundle.get().name())));
            }
        }
        keep(bundle.get(), ids);
        return flashes;
    }

    private Optional<Bundle> bundle(String field) {
        return writing.bundles().withId(Numbers.parse(fields.get(field, ""), -1));
    }

    private boolean isOwn(Bundle bundle) {
        return bundle.owner().id() == user.id();
    }

    private static Set<Long> idsOf(Bundle bundle) {
        var ids = new LinkedHashSet<Long>();
        bundle.patches().stream().map(PatchHead::id).forEach(ids::add);
        return ids;
    }

    private void keep(Bundle bundle, Set<Long> ids) {
        writing.edits()
                .change(
                        bundle,
                        new BundleContent(
                                bundle.project().id(),
                                bundle.name(),
                                bundle.isPublic(),
                                List.copyOf(ids)));
    }

    private static Flash added(Patch patch, String bundle) {
        return Flash.success("Patch '%s' added to bundle %s".formatted(patch.name(), bundle));
    }
}
