package io.patchbay.mail.header;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A header section that a list server broke in two: a line is cut at the 998 bytes that RFC 5322
 * §2.1.1 allows, an empty line put there, and the rest of the section begins the body. Whole lists
 * had such mails for months; what is lost with the rest is often the transfer encoding.
 */
final class BrokenHeader {

    /** Servers count the line end, or do not. */
    private static final int SHORTEST_CUT = 996;

    private static final int LONGEST_CUT = 1_000;

    /** How far is looked, so that no mail can make it long. */
    private static final int LONGEST_REST = 1 << 16;

    /** What addresses, and nothing else of a mail, consist of and are parted by. */
    private static final String OF_ADDRESSES = "@<>,";

    /** Fields that no text begins with. Those that patches have as trailers are not among them. */
    private static final Set<String> FIELDS =
            Set.of(
                    "sender",
                    "errors-to",
                    "reply-to",
                    "return-path",
                    "delivered-to",
                    "precedence",
                    "received",
                    "mime-version",
                    "message-id",
                    "in-reply-to",
                    "references",
                    "user-agent");

    private static final List<String> KINDS_OF_FIELDS = List.of("content-", "list-", "x-");

    private BrokenHeader() {}

    /**
     * Whether the section goes on behind an empty line.
     *
     * @param lineBefore where the last line of the section begins
     */
    static boolean goesOn(String text, int lineBefore, int emptyLine) {
        int cutLine = lineBefore;
        int empty = emptyLine;
        while (isCut(text, cutLine) && isEmpty(text, empty)) {
            int line = next(text, empty);
            if (line - emptyLine > LONGEST_REST || !isRestOfAddresses(text, line)) {
                return false;
            }
            if (fieldsFollow(text, next(text, line))) {
                return true;
            }
            cutLine = line;
            empty = next(text, line);
        }
        return false;
    }

    private static boolean isCut(String text, int line) {
        int length = end(text, line) - line;
        return length >= SHORTEST_CUT && length <= LONGEST_CUT;
    }

    private static boolean isEmpty(String text, int line) {
        return line < text.length() && end(text, line) == line;
    }

    private static boolean isRestOfAddresses(String text, int start) {
        int end = end(text, start);
        for (int index = start; index < end; index++) {
            if (OF_ADDRESSES.indexOf(text.charAt(index)) >= 0) {
                return HeaderSection.colon(text, start, end) < 0;
            }
        }
        return false;
    }

    /** Whether nothing but fields stands up to the next empty line, one of them of a mail's. */
    private static boolean fieldsFollow(String text, int from) {
        boolean isOfMail = false;
        int start = from;
        while (start < text.length() && !isEmpty(text, start)) {
            boolean continuation = text.charAt(start) == ' ' || text.charAt(start) == '\t';
            int colon = continuation ? 0 : HeaderSection.colon(text, start, end(text, start));
            if (colon < 0 || start - from > LONGEST_REST) {
                return false;
            }
            isOfMail |= !continuation && isOfMail(text.substring(start, colon));
            start = next(text, start);
        }
        return isOfMail && start < text.length();
    }

    private static boolean isOfMail(String name) {
        var lowerCase = name.toLowerCase(Locale.ROOT);
        return FIELDS.contains(lowerCase)
                || KINDS_OF_FIELDS.stream().anyMatch(lowerCase::startsWith);
    }

    /** Where the line ends, its line end not counted. */
    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int next(String text, int start) {
        int end = end(text, start);
        return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
    }
}
