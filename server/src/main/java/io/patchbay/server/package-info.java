/** The command line, the configuration, and the wiring of all rooms. */
@NullMarked
package io.patchbay.server;

import org.jspecify.annotations.NullMarked;
