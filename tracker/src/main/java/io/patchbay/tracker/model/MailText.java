package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

/**
 * The long parts of a stored mail, kept apart from what lists read.
 *
 * @param headers the stored header block (mail-ingest §9)
 * @param diff null for covers, comments and pull requests
 */
public record MailText(String headers, @Nullable String content, @Nullable String diff) {}
