package io.patchbay.tracker.model;

/**
 * A trailer that is counted on each patch.
 *
 * @param pattern a regular expression, matched per line and ignoring case
 * @param abbrev one or two letters for the column heading
 */
public record Tag(long id, String name, String pattern, String abbrev, boolean showColumn) {}
