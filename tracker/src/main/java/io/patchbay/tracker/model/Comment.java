package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A reply to a patch or cover letter. Comments on patches and on covers count their ids apart.
 *
 * @param parent what it replies to
 * @param addressed null where nobody asked for action
 */
public record Comment(
        long id,
        Parent parent,
        Project project,
        String msgid,
        Instant date,
        Person submitter,
        String headers,
        @Nullable String content,
        @Nullable Boolean addressed) {

    /** The patch or cover that a comment is on. */
    public record Parent(Kind kind, long id) {

        public enum Kind {
            PATCH,
            COVER
        }
    }

    /** The same, but whether somebody has to act on it is said anew. */
    public Comment addressed(@Nullable Boolean now) {
        return new Comment(id, parent, project, msgid, date, submitter, headers, content, now);
    }

    /** The same with its text, of which a comment has no diff. */
    public Comment with(MailText text) {
        return new Comment(
                id,
                parent,
                project,
                msgid,
                date,
                submitter,
                text.headers(),
                text.content(),
                addressed);
    }

    public CommentHead head() {
        return new CommentHead(id, parent, project, msgid, date);
    }
}
