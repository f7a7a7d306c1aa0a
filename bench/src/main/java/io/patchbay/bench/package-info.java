/** The command that lists and starts what can be measured. */
@NullMarked
package io.patchbay.bench;

import org.jspecify.annotations.NullMarked;
