package io.patchbay.web.patch;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.web.frame.Flash;
import io.patchbay.web.frame.PageContext;

import java.util.List;

/** Says of a comment that it was addressed, or that somebody has to (web-ui.md §5). */
record CommentForm(Parameters fields, Actor actor, PageContext context) {

    /** The action of this form, on the page of a patch or cover letter. */
    static final String ACTION = "address";

    List<Flash> apply(Parent parent) {
        var id = fields.get("comment_id", "");
        boolean addressed = fields.get("addressed", "").equals("true");
        var change = new Change.Address(parent, Numbers.parse(id, -1), addressed);
        return switch (context.editing().apply(change, actor)) {
            case Edited.Done<Comment> _ -> List.of(Flash.success("1 comment updated"));
            case Edited.NotAllowed<Comment> _ ->
                    throw HttpError.forbidden(
                            "You may not say whether this comment was addressed.");
            case Edited.Unknown<Comment> _ ->
                    throw HttpError.notFound("There is no comment " + id + " here.");
            case Edited.Invalid<Comment> _, Edited.Conflict<Comment> _ ->
                    List.of(Flash.INVALID_FORM);
        };
    }
}
