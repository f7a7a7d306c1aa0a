package io.patchbay.web.bundle;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.frame.PageContext;
import io.patchbay.web.list.BundleForm;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What the owner of a bundle changes of it: name, who may see it, order, or that it is there. */
record BundleSettings(Parameters fields, Bundle bundle, Actor actor, PageContext context) {

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
            case "delete" ->
                    apply(new Change.RemoveBundle(bundle.id()), _ -> new Done(List.of(), "/user/"));
            case "update" -> update();
            default -> Done.saying(Flash.INVALID_FORM);
        };
    }

    private Done update() {
        var name = fields.get("name", "").strip();
        return apply(
                new Change.EditBundle(bundle.id(), name, fields.has("public"), null),
                after ->
                        after.name().equals(bundle.name())
                                ? Done.saying(Flash.success("Bundle updated"))
                                : new Done(List.of(), PageAddresses.bundle(after)));
    }

    /**
     * Puts the patches of {@code neworder} one behind the other, the first where that of {@code
     * order_start} is; or moves one patch {@code up}.
     */
    Done reorder() {
        var ids = new ArrayList<>(bundle.patches().stream().map(PatchHead::id).toList());
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
                return Done.saying(Flash.INVALID_FORM);
            }
            long before = ids.subList(0, start).stream().filter(id -> !moved.contains(id)).count();
            ids.removeAll(moved);
            ids.addAll((int) before, moved);
        }
        return apply(
                new Change.OrderBundle(bundle.id(), ids),
                _ -> Done.saying(Flash.success("Bundle updated")));
    }

    private List<Long> moved(List<Long> ids) {
        return fields.all("neworder").stream()
                .map(id -> Numbers.parse(id, -1))
                .filter(ids::contains)
                .distinct()
                .toList();
    }

    private Done apply(Change<Bundle> change, Function<Bundle, Done> done) {
        return switch (context.editing().apply(change, actor)) {
            case Edited.Done<Bundle>(var after, var _) -> done.apply(after);
            case Edited.NotAllowed<Bundle> _ ->
                    throw HttpError.forbidden("Only its owner can change this bundle.");
            case Edited.Unknown<Bundle> _ ->
                    throw HttpError.notFound(
                            "The bundle '%s' is not there any more.".formatted(bundle.name()));
            case Edited.Invalid<Bundle>(var problems) ->
                    new Done(BundleForm.problems(problems), null);
            case Edited.Conflict<Bundle> _ -> Done.saying(Flash.INVALID_FORM);
        };
    }
}
