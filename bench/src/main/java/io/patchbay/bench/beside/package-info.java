/** Whether a build is slower than an earlier one. */
@NullMarked
package io.patchbay.bench.beside;

import org.jspecify.annotations.NullMarked;
