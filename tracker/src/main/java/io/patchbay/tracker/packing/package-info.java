/** How mails that are filed are kept as they came, for good (docs/adr/0022). */
@NullMarked
package io.patchbay.tracker.packing;

import org.jspecify.annotations.NullMarked;
