/** What filing looks up and writes. */
@NullMarked
package io.patchbay.store.filing;

import org.jspecify.annotations.NullMarked;
