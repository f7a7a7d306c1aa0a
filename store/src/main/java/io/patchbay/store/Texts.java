package io.patchbay.store;

import java.util.Collection;

/** A set of texts as one argument of a statement; see {@link Dialect#among}. */
record Texts(Collection<String> values) {}
