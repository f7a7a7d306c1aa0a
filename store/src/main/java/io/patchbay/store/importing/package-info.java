/** The rows that come from another tracker. */
@NullMarked
package io.patchbay.store.importing;

import org.jspecify.annotations.NullMarked;
