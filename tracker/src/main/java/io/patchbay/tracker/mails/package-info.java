/** The mails as they came, while they are kept, and how far their sources have been read. */
@NullMarked
package io.patchbay.tracker.mails;

import org.jspecify.annotations.NullMarked;
