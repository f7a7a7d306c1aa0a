package io.patchbay.tracker.model;

/**
 * Who looks after the files that a glob names: {@code *} (also across slashes), {@code ?}, {@code
 * [seq]}, {@code [!seq]}. Of several rules that match, the highest priority counts, then the path.
 */
public record DelegationRule(String path, int priority, long userId) {}
