package io.patchbay.web.patch;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.editing.StateName;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Patch;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.PageContext;
import io.patchbay.web.list.BulkForm;
import io.patchbay.web.list.BundleForm;

import java.util.List;
import java.util.Locale;

/** The forms on the page of a patch: its state, its bundles, its comments (web-ui.md §5). */
record PatchForm(Parameters fields, Actor actor, Patch patch, PageContext context) {

    List<Flash> apply() {
        var action = fields.get("action", "").toLowerCase(Locale.ROOT);
        return switch (action) {
            case "update" -> update();
            case CommentForm.ACTION ->
                    new CommentForm(fields, actor, context)
                            .apply(new Parent(Parent.Kind.PATCH, patch.id()));
            default ->
                    new BundleForm(fields, actor, context)
                            .apply(action, List.of(patch), patch.project());
        };
    }

    private List<Flash> update() {
        var wanted =
                PatchFields.NONE
                        .state(new StateName.Id(fields.get("state", "")))
                        .delegate(BulkForm.userId(fields.get("delegate", "")))
                        .archived(fields.has("archived"));
        var change = new Change.EditPatch(patch.id(), wanted);
        return switch (context.editing().apply(change, actor)) {
            case Edited.Done<Patch> _ -> List.of(Flash.success("Patch updated"));
            case Edited.NotAllowed<Patch> _ ->
                    throw HttpError.forbidden(
                            "You may not edit this patch; its submitter, its delegate and the"
                                    + " maintainers of the project may.");
            case Edited.Invalid<Patch> _, Edited.Unknown<Patch> _, Edited.Conflict<Patch> _ ->
                    List.of(Flash.INVALID_FORM);
        };
    }
}
