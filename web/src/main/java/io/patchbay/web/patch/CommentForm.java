package io.patchbay.web.patch;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Numbers;
import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.model.Comment;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.web.frame.Flash;

import java.util.List;
import java.util.function.Predicate;

/** Says of a comment that it was addressed, or that somebody has to (web-ui.md §5). */
final class CommentForm {

    /** The action of this form, on the page of a patch or cover letter. */
    static final String ACTION = "address";

    private CommentForm() {}

    static List<Flash> apply(
            Parameters fields, Parent parent, Predicate<Comment> allowed, Writing writing) {
        var id = fields.get("comment_id", "");
        var comment =
                writing.comments()
                        .withId(parent, Numbers.parse(id, -1))
                        .orElseThrow(
                                () -> HttpError.notFound("There is no comment " + id + " here."));
        if (!allowed.test(comment)) {
            throw HttpError.forbidden("You may not say whether this comment was addressed.");
        }
        writing.edits().address(comment, fields.get("addressed", "").equals("true"));
        return List.of(Flash.success("1 comment updated"));
    }
}
