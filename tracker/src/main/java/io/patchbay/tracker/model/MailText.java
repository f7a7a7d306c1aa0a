package io.patchbay.tracker.model;

import io.patchbay.mail.diff.DiffEncoding;

import org.jspecify.annotations.Nullable;

/**
 * The long parts of a stored mail, kept apart from what lists read.
 *
 * @param headers the stored header block (mail-ingest §9)
 * @param diff null for covers, comments and pull requests
 * @param diffEncoding null if the diff came in UTF-8
 */
public record MailText(
        String headers,
        @Nullable String content,
        @Nullable String diff,
        @Nullable DiffEncoding diffEncoding) {

    public MailText(String headers, @Nullable String content, @Nullable String diff) {
        this(headers, content, diff, null);
    }
}
