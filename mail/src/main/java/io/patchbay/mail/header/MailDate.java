package io.patchbay.mail.header;

import io.patchbay.mail.text.Space;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Date header in any of the forms that mail has seen: RFC 5322, RFC 850, asctime, two-digit
 * years, zone names of the United States, ISO 8601. Times beyond the clock roll over.
 */
public final class MailDate {

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private static final List<String> LONG_MONTHS =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");

    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** Hours and minutes as a decimal number, west is negative. */
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("AST", -400),
                    Map.entry("ADT", -300),
                    Map.entry("EST", -500),
                    Map.entry("EDT", -400),
                    Map.entry("CST", -600),
                    Map.entry("CDT", -500),
                    Map.entry("MST", -700),
                    Map.entry("MDT", -600),
                    Map.entry("PST", -800),
                    Map.entry("PDT", -700));

    /** A date of ISO 8601, extended or basic, the time and the zone of which may be missing. */
    private static final Pattern ISO =
            Pattern.compile(
                    "(?:[A-Za-z]{3}, )?(\\d{4})(-?)(\\d\\d)\\2(\\d\\d)"
                            + "(?:[Tt ](\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d{1,9})?)?)?"
                            + " ?(?:([+-])(\\d\\d):?(\\d\\d)|[A-Za-z]{1,4})?(?: \\(.*\\))?");

    private MailDate() {}

    /** Null if the text is no date or lies outside the years 1 to 9999. */
    public static @Nullable Instant of(String cleaned) {
        var words = words(cleaned);
        var instant = words == null ? null : instant(words);
        return instant == null ? iso(cleaned) : instant;
    }

    private static @Nullable Instant iso(String cleaned) {
        var parts = ISO.matcher(cleaned);
        if (!parts.matches()) {
            return null;
        }
        long east = "-".equals(parts.group(8)) ? -1 : 1;
        return instant(
                number(parts, 1),
                Math.clamp(number(parts, 3), 0, 13),
                number(parts, 4),
                number(parts, 5) * 3600
                        + number(parts, 6) * 60
                        + number(parts, 7)
                        - east * (number(parts, 9) * 3600 + number(parts, 10) * 60));
    }

    /** What a group holds; 0 if it is not there. */
    private static long number(Matcher parts, int group) {
        var digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Day, month, year, time and zone, or null. */
    private static @Nullable List<String> words(String cleaned) {
        var words = new ArrayList<>(Arrays.asList(Space.normalise(cleaned).split(" ")));
        var first = words.getFirst();
        if (first.endsWith(",") || DAYS.contains(first.toLowerCase(Locale.ROOT))) {
            words.removeFirst();
        } else {
            words.set(0, first.substring(first.lastIndexOf(',') + 1));
        }
        if (words.size() == 3) {
            splitDashedDate(words);
        }
        if (words.size() == 4) {
            splitZone(words);
        }
        return words.size() < 5 ? null : words.subList(0, 5);
    }

    /** RFC 850 writes {@code 06-Nov-94}. */
    private static void splitDashedDate(List<String> words) {
        var date = words.getFirst().split("-", -1);
        if (date.length == 3) {
            words.removeFirst();
            words.addAll(0, Arrays.asList(date));
        }
    }

    private static void splitZone(List<String> words) {
        var time = words.get(3);
        int sign = time.indexOf('+') < 0 ? time.indexOf('-') : time.indexOf('+');
        if (sign > 0) {
            words.set(3, time.substring(0, sign));
            words.add(time.substring(sign));
        } else {
            words.add("");
        }
    }

    private static @Nullable Instant instant(List<String> words) {
        var day = words.get(0);
        var monthName = words.get(1).toLowerCase(Locale.ROOT);
        var year = words.get(2);
        var time = words.get(3);
        var zone = words.get(4);
        if (month(monthName) == 0) {
            day = words.get(1);
            monthName = words.get(0).toLowerCase(Locale.ROOT);
        }
        if (year.indexOf(':') > 0) {
            year = words.get(3);
            time = words.get(2);
        }
        year = withoutComma(year);
        if (!year.isEmpty() && !Character.isDigit(year.charAt(0))) {
            zone = year;
            year = words.get(4);
        }
        int month = month(monthName);
        var clock = clock(withoutComma(time));
        var dayNumber = number(withoutComma(day));
        var yearNumber = number(year);
        if (month == 0 || clock == null || dayNumber == null || yearNumber == null) {
            return null;
        }
        return instant(
                fullYear(yearNumber),
                month,
                dayNumber,
                clock - offset(zone.toUpperCase(Locale.ROOT)));
    }

    private static @Nullable Instant instant(long year, int month, long day, long seconds) {
        if (year < 1 || year > 9999) {
            return null;
        }
        try {
            var midnight =
                    LocalDate.of((int) year, month, 1)
                            .plusDays(Math.subtractExact(day, 1))
                            .atStartOfDay(ZoneOffset.UTC);
            var instant = midnight.plusSeconds(seconds);
            boolean storable = instant.getYear() >= 1 && instant.getYear() <= 9999;
            return storable ? instant.toInstant() : null;
        } catch (DateTimeException | ArithmeticException _) {
            return null;
        }
    }

    /** 1 to 12, or 0. */
    private static int month(String name) {
        int month = MONTHS.indexOf(name);
        return 1 + (month < 0 ? LONG_MONTHS.indexOf(name) : month);
    }

    /** Two digits are of this century or the last; three count from 1900 (RFC 5322 §4.3). */
    private static long fullYear(long year) {
        if (year >= 100) {
            return year < 1000 ? year + 1900 : year;
        }
        return year > 68 ? year + 1900 : year + 2000;
    }

    /** Seconds since midnight of {@code 12:34}, {@code 12:34:56} or the same with dots, or null. */
    private static @Nullable Long clock(String time) {
        var separator = time.indexOf(':') < 0 ? "\\." : ":";
        var parts = time.split(separator, -1);
        if (parts.length < 2 || parts.length > 3) {
            return null;
        }
        long seconds = 0;
        for (int index = 0; index < 3; index++) {
            var number = index < parts.length ? number(parts[index]) : Long.valueOf(0);
            if (number == null) {
                return null;
            }
            seconds = seconds * 60 + number;
        }
        return seconds;
    }

    /** Seconds east of Greenwich; a zone that is not known counts as UTC. */
    private static long offset(String zone) {
        var named = ZONES.get(zone);
        var number = named == null ? number(zone) : Long.valueOf(named);
        if (number == null) {
            return 0;
        }
        long clock = Math.abs(number);
        return Long.signum(number) * (clock / 100 * 3600 + clock % 100 * 60);
    }

    private static String withoutComma(String word) {
        return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    }

    private static @Nullable Long number(String word) {
        boolean signed = word.startsWith("+") || word.startsWith("-");
        var digits = signed ? word.substring(1) : word;
        boolean valid =
                !digits.isEmpty()
                        && digits.length() <= 15
                        && digits.chars().allMatch(Character::isDigit);
        return valid ? Long.valueOf(word) : null;
    }
}
