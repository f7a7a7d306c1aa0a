/** What another tracker shows, taken over under its ids. */
@NullMarked
package io.patchbay.tracker.importing;

import org.jspecify.annotations.NullMarked;
