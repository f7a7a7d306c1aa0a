/** The two databases, their dialects, and SQL with its arguments and rows. */
@NullMarked
package io.patchbay.store.database;

import org.jspecify.annotations.NullMarked;
