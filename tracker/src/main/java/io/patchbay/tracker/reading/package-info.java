/** What can be asked, by the noun that it is about. */
@NullMarked
package io.patchbay.tracker.reading;

import org.jspecify.annotations.NullMarked;
