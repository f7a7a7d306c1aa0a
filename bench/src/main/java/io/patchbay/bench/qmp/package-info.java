/** How fast the QMP server answers. */
@NullMarked
package io.patchbay.bench.qmp;

import org.jspecify.annotations.NullMarked;
