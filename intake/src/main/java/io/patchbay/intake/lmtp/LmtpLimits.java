package io.patchbay.intake.lmtp;

import java.time.Duration;

/**
 * How much an LMTP server takes.
 *
 * @param mailBytes a larger mail is refused for good
 * @param kilobytesAtOnce of all mails that are on their way; more are put off
 * @param recipients of one mail; more are put off, as RFC 5321 §4.5.3.1.10 asks
 * @param connections at once; more are put off
 * @param idle after this time without a byte a connection is ended; RFC 5321 §4.5.3.2 asks for five
 *     minutes
 */
public record LmtpLimits(
        int mailBytes, int kilobytesAtOnce, int recipients, int connections, Duration idle) {

    public static final LmtpLimits USUAL =
            new LmtpLimits(32 << 20, 128 << 10, 1_000, 100, Duration.ofMinutes(5));
}
