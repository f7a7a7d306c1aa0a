/**
 * A server for the last step of a mail: LMTP (RFC 2033), as Postfix, Exim and OpenSMTPD speak it.
 */
@NullMarked
package io.patchbay.intake.lmtp;

import org.jspecify.annotations.NullMarked;
