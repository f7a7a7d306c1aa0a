package io.patchbay.web.patch;

import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Series;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.list.BulkChoices;
import io.patchbay.web.list.OtherVersion;

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
        List<OtherVersion> versions,
        List<Check> checks,
        List<CommentView> comments,
        boolean mayEdit,
        @Nullable BulkChoices choices) {

    public MessageText message() {
        return MessageText.of(text.content());
    }

    public boolean hasDiff() {
        return diff() != null;
    }

    /** Null for a pull request. */
    public DiffText.@Nullable Changes changes() {
        var diff = diff();
        return diff == null ? null : diff.changes();
    }

    /** Null for a pull request. */
    public @Nullable DiffText diff() {
        var diff = text.diff();
        return diff == null || diff.isEmpty() ? null : new DiffText(diff);
    }
}
