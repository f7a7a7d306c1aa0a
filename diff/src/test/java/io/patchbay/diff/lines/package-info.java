@NullMarked
package io.patchbay.diff.lines;

import org.jspecify.annotations.NullMarked;
