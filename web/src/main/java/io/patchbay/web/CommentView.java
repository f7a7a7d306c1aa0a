package io.patchbay.web;

import io.patchbay.patches.Comment;

/**
 * A comment on the page of its patch or cover letter.
 *
 * @param number from 1, by date
 */
record CommentView(int number, Comment comment) {

    MessageText message() {
        return MessageText.of(comment.content());
    }
}
