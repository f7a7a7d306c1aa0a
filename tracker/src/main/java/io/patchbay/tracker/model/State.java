package io.patchbay.tracker.model;

/**
 * Where a patch stands in review. The state with ordering 0 is the one of new patches.
 *
 * @param actionRequired whether a maintainer still has something to do
 */
public record State(long id, String name, String slug, int ordering, boolean actionRequired) {}
