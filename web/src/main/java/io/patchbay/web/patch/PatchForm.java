package io.patchbay.web.patch;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Rights;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.PatchChange;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.list.BulkChoices;
import io.patchbay.web.list.BundleForm;

import java.util.List;
import java.util.Locale;

/** The forms on the page of a patch: its state, its bundles, its comments (web-ui.md §5). */
record PatchForm(Parameters fields, Viewer viewer, User user, Patch patch, Writing writing) {

    List<Flash> apply() {
        var action = fields.get("action", "").toLowerCase(Locale.ROOT);
        return switch (action) {
            case "update" -> update();
            case CommentForm.ACTION ->
                    CommentForm.apply(
                            fields,
                            new Parent(Parent.Kind.PATCH, patch.id()),
                            comment -> Rights.mayAddress(viewer, comment, patch),
                            writing);
            default ->
                    new BundleForm(fields, user, writing)
                            .apply(action, List.of(patch), patch.project());
        };
    }

    private List<Flash> update() {
        if (!Rights.mayEdit(viewer, patch)) {
            throw HttpError.forbidden(
                    "You may not edit this patch; its submitter, its delegate and the maintainers of"
                            + " the project may.");
        }
        var state =
                writing.projects().states().stream()
                        .filter(known -> is(known.id(), "state"))
                        .findFirst();
        var delegates =
                BulkChoices.delegates(patch.project(), patch.delegate(), writing).stream()
                        .filter(known -> is(known.id(), "delegate"))
                        .toList();
        boolean nobody = fields.get("delegate", "").isEmpty();
        if (state.isEmpty() || (delegates.isEmpty() && !nobody)) {
            return List.of(Flash.error("The submitted form data was invalid"));
        }
        var change =
                PatchChange.none(patch)
                        .state(state.get())
                        .delegate(nobody ? null : delegates.getFirst())
                        .archived(fields.has("archived"));
        writing.edits().change(patch, change, user);
        return List.of(Flash.success("Patch updated"));
    }

    private boolean is(long id, String field) {
        return fields.get(field, "").equals(Long.toString(id));
    }
}
