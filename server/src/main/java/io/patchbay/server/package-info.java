/** The embeddable product: configuration, wiring of all modules, start and stop. */
@NullMarked
package io.patchbay.server;

import org.jspecify.annotations.NullMarked;
