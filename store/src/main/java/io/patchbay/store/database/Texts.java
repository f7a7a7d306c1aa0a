package io.patchbay.store.database;

import java.util.Collection;

/** A set of texts as one argument of a statement; see {@link Dialect#among}. */
public record Texts(Collection<String> values) {}
