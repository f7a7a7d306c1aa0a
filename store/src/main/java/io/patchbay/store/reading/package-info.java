/** The rows of each noun as they are read. */
@NullMarked
package io.patchbay.store.reading;

import org.jspecify.annotations.NullMarked;
