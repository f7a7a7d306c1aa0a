package io.patchbay.web;

import io.patchbay.patches.Check;
import io.patchbay.patches.MailText;
import io.patchbay.patches.Patch;
import io.patchbay.patches.Series;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * All that the page of a patch or pull request shows (web-ui.md §5).
 *
 * @param mayEdit whether the viewer may change the state
 * @param choices null for those who are not signed in
 */
record PatchPage(
        Frame frame,
        Patch patch,
        MailText text,
        @Nullable Series series,
        List<Check> checks,
        List<CommentView> comments,
        boolean mayEdit,
        @Nullable BulkChoices choices) {

    MessageText message() {
        return MessageText.of(text.content());
    }

    boolean hasDiff() {
        return diff() != null;
    }

    /** Null for a pull request. */
    DiffText.@Nullable Changes changes() {
        var diff = diff();
        return diff == null ? null : diff.changes();
    }

    /** Null for a pull request. */
    @Nullable DiffText diff() {
        var diff = text.diff();
        return diff == null || diff.isEmpty() ? null : new DiffText(diff);
    }
}
