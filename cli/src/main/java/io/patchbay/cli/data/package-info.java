/** How a verb reaches the data: through the server that runs on it, or by opening the store. */
@NullMarked
package io.patchbay.cli.data;

import org.jspecify.annotations.NullMarked;
