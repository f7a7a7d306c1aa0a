/** Projects that are filled from a public-inbox somewhere, and follow it. */
@NullMarked
package io.patchbay.intake.mirror;

import org.jspecify.annotations.NullMarked;
