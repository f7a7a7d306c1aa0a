/** Archives and stores of any size to measure on. */
@NullMarked
package io.patchbay.bench.archive;

import org.jspecify.annotations.NullMarked;
