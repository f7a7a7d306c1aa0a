@NullMarked
package io.patchbay.diff;

import org.jspecify.annotations.NullMarked;
