/** Who signs in and with what, who may do what, and the record of who did. */
@NullMarked
package io.patchbay.tracker.accounts;

import org.jspecify.annotations.NullMarked;
