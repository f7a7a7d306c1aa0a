package io.patchbay.store;

import java.util.Collection;

/** A set of ids as one argument of a statement; see {@link Dialect#among}. */
record Ids(Collection<Long> values) {}
