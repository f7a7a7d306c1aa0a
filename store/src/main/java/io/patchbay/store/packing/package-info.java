/** How mails lie in the store: packed, with what was read from them (docs/adr/0022). */
@NullMarked
package io.patchbay.store.packing;

import org.jspecify.annotations.NullMarked;
