/** Two stored series, compared patch by patch. */
@NullMarked
package io.patchbay.tracker.compare;

import org.jspecify.annotations.NullMarked;
