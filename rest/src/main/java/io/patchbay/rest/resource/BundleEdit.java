package io.patchbay.rest.resource;

import io.patchbay.rest.request.RequestFields;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.editing.BundleContent;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Reads how a bundle shall be (rest-api §7.10). */
final class BundleEdit {

    private BundleEdit() {}

    static BundleContent create(RequestFields asked, User owner, Reading reading) {
        var name = asked.text("name", "");
        boolean isPublic = asked.flag("public", false);
        var patches = patches(asked, reading);
        checkName(asked, name, owner, null, reading);
        asked.end();
        return content(name, isPublic, patches == null ? List.of() : patches);
    }

    static BundleContent change(RequestFields asked, Bundle bundle, Reading reading) {
        var name = asked.text("name", bundle.name());
        boolean isPublic = asked.flag("public", bundle.isPublic());
        var patches = patches(asked, reading);
        checkName(asked, name, bundle.owner(), bundle, reading);
        asked.end();
        return patches == null
                ? new BundleContent(
                        bundle.project().id(),
                        name,
                        isPublic,
                        bundle.patches().stream().map(PatchHead::id).toList())
                : content(name, isPublic, patches);
    }

    private static BundleContent content(String name, boolean isPublic, List<Patch> patches) {
        return new BundleContent(
                patches.getFirst().project().id(),
                name,
                isPublic,
                patches.stream().map(Patch::id).toList());
    }

    private static @Nullable List<Patch> patches(RequestFields asked, Reading reading) {
        var patches = asked.objects("patches", id -> reading.patches().withId(id).orElse(null));
        if (patches == null) {
            return null;
        }
        if (patches.isEmpty()) {
            asked.reject("patches", "Bundles cannot be empty");
        } else if (patches.stream().map(patch -> patch.project().id()).distinct().count() > 1) {
            asked.reject("patches", "Bundle patches must belong to the same project");
        }
        return patches;
    }

    private static void checkName(
            RequestFields asked,
            String name,
            User owner,
            @Nullable Bundle itself,
            Reading reading) {
        if (!asked.accepts("name")) {
            return;
        }
        // The name stands in the bundle's address as one segment.
        if (name.contains("/")) {
            asked.reject("name", "A bundle's name cannot contain a slash.");
            return;
        }
        var other = reading.bundles().named(owner.username(), name).orElse(null);
        if (other != null && (itself == null || other.id() != itself.id())) {
            asked.reject("name", "You already have a bundle with this name.");
        }
    }
}
