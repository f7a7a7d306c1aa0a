package io.patchbay.rest.request;

import io.patchbay.http.message.Percent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as clients send them; without a zone they are UTC (rest-api §6). */
final class Dates {

    private static final Pattern DATE =
            Pattern.compile(
                    "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
                            + "(?:[T ](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d*)?)?"
                            + " ?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private Dates() {}

    /** Nothing if it is no date. */
    static Optional<Instant> parse(String text) {
        // Some clients encode the colons twice.
        var matcher = DATE.matcher(Percent.decode(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var date =
                    LocalDateTime.of(
                            number(matcher.group(1)),
                            number(matcher.group(2)),
                            number(matcher.group(3)),
                            number(matcher.group(4)),
                            number(matcher.group(5)),
                            number(matcher.group(6)),
                            micros(matcher.group(7)) * 1000);
            var zone = matcher.group(8);
            return Optional.of(date.toInstant(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("NullAway") // groups that did not take part are null
    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @SuppressWarnings("NullAway")
    private static int micros(String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00000").substring(0, 6));
    }
}
