package io.patchbay.web.bundle;

import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.editing.BundleContent;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.list.BundleForm;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What the owner of a bundle changes of it: name, who may see it, order, or that it is there. */
record BundleSettings(Parameters fields, Bundle bundle, User owner, Writing writing) {

    /**
     * What became of it.
     *
     * @param goTo the page to show now, null for the same
     */
    public record Done(List<Flash> flashes, @Nullable String goTo) {

        public static Done saying(Flash flash) {
            return new Done(List.of(flash), null);
        }
    }

    Done apply() {
        return switch (fields.get("action", "").toLowerCase(Locale.ROOT)) {
            case "delete" -> {
                writing.edits().remove(bundle);
                yield new Done(List.of(), "/user/");
            }
            case "update" -> update();
            default -> Done.saying(Flash.error("The submitted form data was invalid"));
        };
    }

    private Done update() {
        var name = fields.get("name", "").strip();
        var problem = new BundleForm(fields, owner, writing).problemOfName(name, bundle);
        if (problem != null) {
            return Done.saying(Flash.error(problem));
        }
        change(name, fields.has("public"), ids());
        return name.equals(bundle.name())
                ? Done.saying(Flash.success("Bundle updated"))
                : new Done(List.of(), PageAddresses.bundle(owner.username(), name));
    }

    /**
     * Puts the patches of {@code neworder} one behind the other, the first where that of {@code
     * order_start} is; or moves one patch {@code up}.
     */
    Done reorder() {
        var ids = ids();
        var up = fields.get("up");
        if (up != null) {
            int at = ids.indexOf(Numbers.parse(up, -1));
            if (at > 0) {
                Collections.swap(ids, at, at - 1);
            }
        } else {
            int start = ids.indexOf(Numbers.parse(fields.get("order_start", ""), -1));
            var moved = moved(ids);
            if (start < 0 || moved.isEmpty()) {
                return Done.saying(Flash.error("The submitted form data was invalid"));
            }
            long before = ids.subList(0, start).stream().filter(id -> !moved.contains(id)).count();
            ids.removeAll(moved);
            ids.addAll((int) before, moved);
        }
        change(bundle.name(), bundle.isPublic(), ids);
        return Done.saying(Flash.success("Bundle updated"));
    }

    private List<Long> moved(List<Long> ids) {
        return fields.all("neworder").stream()
                .map(id -> Numbers.parse(id, -1))
                .filter(ids::contains)
                .distinct()
                .toList();
    }

    private List<Long> ids() {
        return new ArrayList<>(bundle.patches().stream().map(PatchHead::id).toList());
    }

    private void change(String name, boolean isPublic, List<Long> ids) {
        writing.edits()
                .change(bundle, new BundleContent(bundle.project().id(), name, isPublic, ids));
    }
}
