/** What reading a mail costs, and whether damaged ones are read. */
@NullMarked
package io.patchbay.bench.read;

import org.jspecify.annotations.NullMarked;
