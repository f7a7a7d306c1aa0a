package io.patchbay.mail.text;

import java.util.List;

/**
 * Text of {@code format=flowed} (RFC 3676) with a diff in it: the space that writers put before
 * lines that begin with one is taken off, and lines that were broken softly are joined, but not in
 * the diff, where a space at the end of a line is of the file. Writers that declare the format and
 * do not keep to it are told by their diff: its lines would lose their first column.
 */
public final class FlowedText {

    private static final String SIGNATURE = "-- ";
    private static final List<String> DIFF_STARTS =
            List.of("diff ", "Index: ", "--- a/", "--- /dev/null", "@@ -");

    private final String text;
    private final boolean deletesSpaces;
    private final StringBuilder plain;

    private FlowedText(String text, boolean deletesSpaces) {
        this.text = text;
        this.deletesSpaces = deletesSpaces;
        this.plain = new StringBuilder(text.length());
    }

    /**
     * @param deletesSpaces whether the space before a soft line break goes, too
     */
    public static String unflowed(String text, boolean deletesSpaces) {
        return isStuffed(text) ? new FlowedText(text, deletesSpaces).unflowed() : text;
    }

    /** Whether no line of a hunk has a single space in front of what is no space. */
    private static boolean isStuffed(String text) {
        boolean inHunk = false;
        for (int start = 0; start < text.length(); start = next(text, start)) {
            char first = text.charAt(start);
            if (text.startsWith("@@ -", start)) {
                inHunk = true;
            } else if (" +-\\\n\r".indexOf(first) < 0) {
                inHunk = false;
            } else if (inHunk && first == ' ' && isText(text, start + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(String text, int index) {
        return index < text.length() && " \n\r".indexOf(text.charAt(index)) < 0;
    }

    private static int next(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed + 1;
    }

    private String unflowed() {
        boolean inDiff = false;
        for (int start = 0; start < text.length(); ) {
            int next = next(text, start);
            int from = text.charAt(start) == ' ' ? start + 1 : start;
            inDiff |= beginsDiff(start);
            int end = lineEnd(start, next);
            boolean soft = !inDiff && isSoft(start, from, end, next);
            plain.append(text, from, soft ? end - (deletesSpaces ? 1 : 0) : next);
            start = next;
        }
        return plain.toString();
    }

    private boolean beginsDiff(int start) {
        return DIFF_STARTS.stream().anyMatch(mark -> text.startsWith(mark, start));
    }

    private int lineEnd(int start, int next) {
        int end = next;
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /**
     * Whether a line goes on in the next one: it ends in a space, and neither is quoted, a diff or
     * the mark of a signature.
     */
    private boolean isSoft(int start, int from, int end, int next) {
        return end > from
                && text.charAt(end - 1) == ' '
                && text.charAt(start) != '>'
                && !(end - start == SIGNATURE.length() && text.startsWith(SIGNATURE, start))
                && isText(text, next)
                && text.charAt(next) != '>'
                && !text.startsWith(SIGNATURE, next)
                && !beginsDiff(next);
    }
}
