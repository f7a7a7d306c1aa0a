/** Archives and folders of mails: mbox, Maildir, public-inbox, single mails. */
@NullMarked
package io.patchbay.intake.source;

import org.jspecify.annotations.NullMarked;
