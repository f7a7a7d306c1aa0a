/** A diff, parsed: its files, hunks and lines, as places in its text. */
@NullMarked
package io.patchbay.diff;

import org.jspecify.annotations.NullMarked;
