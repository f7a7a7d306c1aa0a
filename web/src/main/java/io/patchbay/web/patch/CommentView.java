package io.patchbay.web.patch;

import io.patchbay.tracker.model.Comment;

/**
 * A comment on the page of its patch or cover letter.
 *
 * @param number from 1, by date
 * @param mayAddress whether the viewer may say that it was addressed, or has to be
 */
record CommentView(int number, Comment comment, boolean mayAddress) {

    public MessageText message() {
        return MessageText.of(comment.content());
    }
}
