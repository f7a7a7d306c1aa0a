/** Two versions of a series of patches, compared as {@code git range-diff} compares them. */
@NullMarked
package io.patchbay.diff.compare;

import org.jspecify.annotations.NullMarked;
