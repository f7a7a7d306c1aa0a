/** What edits look up and write. */
@NullMarked
package io.patchbay.store.editing;

import org.jspecify.annotations.NullMarked;
