package io.patchbay.store.database;

import java.util.Collection;

/** A set of ids as one argument of a statement; see {@link Dialect#among}. */
public record Ids(Collection<Long> values) {}
