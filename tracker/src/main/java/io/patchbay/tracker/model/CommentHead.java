package io.patchbay.tracker.model;

import java.time.Instant;

/**
 * What an event shows of a comment.
 *
 * @param msgid as stored, with angle brackets
 */
public record CommentHead(
        long id, Comment.Parent parent, Project project, String msgid, Instant date) {}
