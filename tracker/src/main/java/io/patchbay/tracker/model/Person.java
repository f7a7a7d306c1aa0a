package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

/** A mail address that has written to a list, with the name it used last. */
public record Person(long id, @Nullable String name, String email, @Nullable Long userId) {}
