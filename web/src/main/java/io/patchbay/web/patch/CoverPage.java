package io.patchbay.web.patch;

import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Series;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.list.OtherVersion;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** All that the page of a cover letter shows (web-ui.md §5). */
record CoverPage(
        Frame frame,
        Cover cover,
        MailText text,
        @Nullable Series series,
        List<OtherVersion> versions,
        List<CommentView> comments) {

    public MessageText message() {
        return MessageText.of(text.content());
    }
}
