package io.patchbay.rest.json;

import io.patchbay.http.message.Percent;

import java.time.Instant;
import java.util.Arrays;

/** One text under construction, reused for all addresses and dates of a reply. */
final class Chars {

    private static final String BARE_IN_MESSAGE_ID = "-._~!$&'()*+,;=:@";
    private static final boolean[] BARE = new boolean[128];

    static {
        for (char character = '0'; character < 128; character++) {
            BARE[character] = Character.isLetterOrDigit(character);
        }
        BARE_IN_MESSAGE_ID.chars().forEach(character -> BARE[character] = true);
    }

    private char[] chars = new char[512];
    private int length;

    Chars start(String text) {
        length = 0;
        return add(text);
    }

    Chars add(String text) {
        int added = text.length();
        reserve(added);
        text.getChars(0, added, chars, length);
        length += added;
        return this;
    }

    Chars add(long number) {
        if (number < 10) {
            return number < 0 ? add(Long.toString(number)) : add((char) ('0' + number));
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return padded(number, digits);
    }

    /** A segment of a path, percent-encoded; a slash stays. */
    Chars path(String text) {
        return add(Percent.encodePath(text));
    }

    /** A stored Message-ID as a segment of a path, without its brackets. */
    Chars messageId(String stored) {
        int end = endOfBare(stored);
        int at = startOfBare(stored, end);
        reserve(end - at);
        for (; at < end; at++) {
            char character = stored.charAt(at);
            if (character < 128 && BARE[character]) {
                chars[length++] = character;
            } else {
                return add(Percent.encodeSegment(stored.substring(at, end)));
            }
        }
        return this;
    }

    /** The format with {@code {}} replaced by the bare Message-ID. */
    Chars archive(String format, String stored) {
        int hole = format.indexOf("{}");
        if (hole < 0) {
            return add(format);
        }
        int end = endOfBare(stored);
        int start = startOfBare(stored, end);
        add(format, 0, hole);
        while (hole >= 0) {
            add(stored, start, end);
            int next = format.indexOf("{}", hole + 2);
            add(format, hole + 2, next < 0 ? format.length() : next);
            hole = next;
        }
        return this;
    }

    /** ISO 8601 in UTC without a zone; microseconds only if there are any. */
    Chars date(Instant date) {
        long second = date.getEpochSecond();
        long day = Math.floorDiv(second, 86_400L);
        int ofDay = (int) Math.floorMod(second, 86_400L);
        civil(day);
        add('T').padded(ofDay / 3600, 2).add(':').padded(ofDay / 60 % 60, 2);
        add(':').padded(ofDay % 60, 2);
        int micros = date.getNano() / 1000;
        return micros == 0 ? this : add('.').padded(micros, 6);
    }

    // Days to year, month and day as in Howard Hinnant's "civil_from_days": eras of 400 years that
    // start on 1 March, so that the leap day is the last of its year.
    private void civil(long epochDay) {
        long shifted = epochDay + 719_468;
        long era = Math.floorDiv(shifted, 146_097);
        long ofEra = shifted - era * 146_097;
        long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * ofYear + 2) / 153;
        long day = ofYear - (153 * monthFromMarch + 2) / 5 + 1;
        long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        padded(year, 4).add('-').padded(month, 2).add('-').padded(day, 2);
    }

    char[] array() {
        return chars;
    }

    int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    private Chars add(char character) {
        reserve(1);
        chars[length++] = character;
        return this;
    }

    private void add(String text, int start, int end) {
        reserve(end - start);
        text.getChars(start, end, chars, length);
        length += end - start;
    }

    private Chars padded(long number, int digits) {
        reserve(digits);
        for (int at = length + digits - 1; at >= length; at--) {
            chars[at] = (char) ('0' + number % 10);
            number /= 10;
        }
        length += digits;
        return this;
    }

    private void reserve(int added) {
        if (length + added > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(length + added, chars.length * 2));
        }
    }

    private static int startOfBare(String stored, int end) {
        int start = 0;
        while (start < end && isBracket(stored.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int endOfBare(String stored) {
        int end = stored.length();
        while (end > 0 && isBracket(stored.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBracket(char character) {
        return character == '<' || character == '>';
    }
}
