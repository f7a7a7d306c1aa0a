/** What a diff changes, and the hash over it. */
@NullMarked
package io.patchbay.mail.diff;

import org.jspecify.annotations.NullMarked;
