package io.patchbay.web;

import io.patchbay.patches.Cover;
import io.patchbay.patches.MailText;
import io.patchbay.patches.Series;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** All that the page of a cover letter shows (web-ui.md §5). */
record CoverPage(
        Frame frame,
        Cover cover,
        MailText text,
        @Nullable Series series,
        List<CommentView> comments) {

    MessageText message() {
        return MessageText.of(text.content());
    }
}
