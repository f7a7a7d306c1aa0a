/**
 * What is tracked and the doors to it: mails are filed by {@link io.patchbay.tracker.Filing}, and
 * everything is kept behind {@link io.patchbay.tracker.Store}. Knows nothing of HTTP, JSON, SQL or
 * QMP.
 */
@NullMarked
package io.patchbay.tracker;

import org.jspecify.annotations.NullMarked;
