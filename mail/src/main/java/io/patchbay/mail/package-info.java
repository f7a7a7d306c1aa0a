/** Bytes to {@link io.patchbay.mail.Mail}. Knows the mail RFCs, and nothing of any database. */
@NullMarked
package io.patchbay.mail;

import org.jspecify.annotations.NullMarked;
