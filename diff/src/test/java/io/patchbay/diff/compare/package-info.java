@NullMarked
package io.patchbay.diff.compare;

import org.jspecify.annotations.NullMarked;
