/**
 * The only module that speaks SQL: the store of {@link io.patchbay.tracker.Store} on SQLite or
 * PostgreSQL.
 */
@NullMarked
package io.patchbay.store;

import org.jspecify.annotations.NullMarked;
