/** Patches and cover letters as mails that {@code git am} takes (web-ui §6). */
@NullMarked
package io.patchbay.tracker.mbox;

import org.jspecify.annotations.NullMarked;
