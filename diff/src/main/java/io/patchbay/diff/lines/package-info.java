/** The changes between two texts, line by line, as git finds them. */
@NullMarked
package io.patchbay.diff.lines;

import org.jspecify.annotations.NullMarked;
