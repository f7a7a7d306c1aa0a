/** What has happened, and who is told of it. */
@NullMarked
package io.patchbay.tracker.events;

import org.jspecify.annotations.NullMarked;
