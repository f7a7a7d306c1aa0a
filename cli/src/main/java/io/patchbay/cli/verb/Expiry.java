package io.patchbay.cli.verb;

import io.patchbay.server.Refusal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When something ends, as it is given on the command line. */
final class Expiry {

    private Expiry() {}

    /**
     * @param text {@code 90d}, or a day in UTC at whose beginning it ends
     */
    static Instant of(String text, Instant now) {
        try {
            var end =
                    text.endsWith("d")
                            ? now.plus(
                                    Duration.ofDays(
                                            Integer.parseInt(text, 0, text.length() - 1, 10)))
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (end.isAfter(now)) {
                return end;
            }
        } catch (NumberFormatException | DateTimeException e) {
            // Refused below like what is past.
        }
        throw new Refusal(
                "expected a number of days, such as 90d, or a day to come, such as 2027-01-31,"
                        + " but this is '%s'".formatted(text));
    }
}
