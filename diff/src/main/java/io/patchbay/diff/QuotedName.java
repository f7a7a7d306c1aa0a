package io.patchbay.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/** How diffs write the names of files: in C's quotes where git thinks so, with a time behind. */
final class QuotedName {

    /** Behind a blank, where a tab became one. */
    private static final Pattern TIME =
            Pattern.compile(
                    " +[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?"
                            + "( [+-][0-9]{4})?$");

    private static final String LETTERS = "abtnvfr\"\\";
    private static final String MEANINGS = "\u0007\b\t\n\u000b\f\r\"\\";

    private QuotedName() {}

    /** What stands behind {@code "--- "}: ends at a tab, or before a time. */
    static String withoutTime(String written) {
        if (written.startsWith("\"")) {
            return unquote(written.substring(0, end(written)));
        }
        int tab = written.indexOf('\t');
        if (tab >= 0) {
            return written.substring(0, tab);
        }
        // The shortest time has 17 characters.
        int from = Math.max(0, written.length() - 64);
        var time = TIME.matcher(written).region(from, written.length());
        return time.find() ? written.substring(0, time.start()) : written;
    }

    /** Just behind the quote that closes the one at 0; the length if none does. */
    static int end(String written) {
        int index = 1;
        while (index < written.length()) {
            char sign = written.charAt(index);
            if (sign == '"') {
                return index + 1;
            }
            index += sign == '\\' ? 2 : 1;
        }
        return written.length();
    }

    /** The name itself; what is not in quotes, or badly, stays as it is. */
    static String unquote(String written) {
        int last = written.length() - 1;
        if (last < 1
                || written.charAt(0) != '"'
                || end(written) != last + 1
                || written.charAt(last) != '"') {
            return written;
        }
        var bytes = new ByteArrayOutputStream(last);
        int index = 1;
        while (index < last) {
            int escape = written.indexOf('\\', index);
            int plainEnd = escape < 0 ? last : escape;
            bytes.writeBytes(written.substring(index, plainEnd).getBytes(UTF_8));
            index = escape < 0 ? last : unescape(written, escape + 1, last, bytes);
            if (index < 0) {
                return written;
            }
        }
        return bytes.toString(UTF_8);
    }

    /** Returns where to go on; -1 if C knows no such escape. */
    private static int unescape(String written, int index, int last, ByteArrayOutputStream bytes) {
        char letter = written.charAt(index);
        int known = LETTERS.indexOf(letter);
        if (known >= 0) {
            bytes.write(MEANINGS.charAt(known));
            return index + 1;
        }
        if (letter < '0' || letter > '3' || index + 3 > last) {
            return -1;
        }
        int value = 0;
        for (int digit = index; digit < index + 3; digit++) {
            char octal = written.charAt(digit);
            if (octal < '0' || octal > '7') {
                return -1;
            }
            value = value * 8 + octal - '0';
        }
        bytes.write(value);
        return index + 3;
    }
}
