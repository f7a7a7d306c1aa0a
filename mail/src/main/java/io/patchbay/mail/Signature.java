package io.patchbay.mail;

import io.patchbay.mail.text.Space;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What programs put below what somebody wrote: his signature below a line {@code "-- "}, or the
 * footer of a list below a line of underscores.
 */
final class Signature {

    /** Lines that are not empty; footers of lists have no more. */
    private static final int LONGEST_FOOTER = 12;

    private static final Pattern TRAILER = Pattern.compile("[A-Za-z][A-Za-z-]*-by: ");

    /** The header of a mail that was answered, as some programs put it below underscores. */
    private static final Pattern HEADERS_OF_ANOTHER =
            Pattern.compile("\\s*\\*?\\p{L}[^\n:]{0,20}:[^\n]*\n\\s*\\*?\\p{L}[^\n:]{0,20}:");

    private Signature() {}

    /**
     * Where its first line begins; {@code end} or more if there is none. The last line is none.
     *
     * @param start where the first line begins that may be one
     * @param end where the text ends
     */
    static int start(String text, int start, int end) {
        int line = start;
        while (line < end) {
            int feed = text.indexOf('\n', line);
            int lineEnd = feed < 0 || feed > end ? end : feed;
            if (isMark(text, line, lineEnd, end)) {
                return line;
            }
            line = lineEnd + 1;
        }
        return end;
    }

    private static boolean isMark(String text, int start, int lineEnd, int end) {
        if (text.startsWith("-- ", start)) {
            return lineEnd - start == 3;
        }
        int index = start;
        while (index < lineEnd && text.charAt(index) == '_') {
            index++;
        }
        return index == lineEnd
                && index > start
                && (isFooter(text, lineEnd + 1, end)
                        || HEADERS_OF_ANOTHER.matcher(text).region(lineEnd, end).lookingAt());
    }

    /**
     * A few lines that name a list, an address or a place, and nobody's trailer; or none at all. It
     * looks at no more, for there may be as many marks as lines.
     */
    private static boolean isFooter(String text, int start, int end) {
        int lines = 0;
        boolean names = false;
        int line = start;
        while (line < end) {
            int feed = text.indexOf('\n', line);
            int lineEnd = feed < 0 || feed > end ? end : feed;
            if (Space.skip(text, line, lineEnd) < lineEnd) {
                lines++;
                if (lines > LONGEST_FOOTER
                        || TRAILER.matcher(text).region(line, lineEnd).lookingAt()) {
                    return false;
                }
                names |= namesSomething(text.substring(line, lineEnd).toLowerCase(Locale.ROOT));
            }
            line = lineEnd + 1;
        }
        return names || lines == 0;
    }

    private static boolean namesSomething(String words) {
        return words.contains("list") || words.contains("://") || words.contains("@");
    }
}
