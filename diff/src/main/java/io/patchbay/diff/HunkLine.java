package io.patchbay.diff;

/**
 * A line of a hunk.
 *
 * @param line its number in the {@link LineTable}
 * @param start where it begins in the text, with its sign
 * @param contentStart where it begins without its sign, or signs in a merge
 * @param end just behind its line feed
 * @param oldNumber its number in the old file, from 1; -1 if it is not in there. In a merge, the
 *     old file is that of the first parent.
 * @param newNumber its number in the new file, from 1; -1 if it is not in there
 */
public record HunkLine(
        Role role, int line, int start, int contentStart, int end, long oldNumber, long newNumber) {

    /** What becomes of the line. */
    public enum Role {
        /** Stays as it is. */
        CONTEXT,
        ADDED,
        REMOVED,
        /** No line of either file: {@code \ No newline at end of file}, in whatever language. */
        REMARK
    }

    /** The line as it stands in the file, without its line feed. */
    public String contentIn(ParsedDiff diff) {
        var text = diff.text();
        int last = end > contentStart && text.charAt(end - 1) == '\n' ? end - 1 : end;
        return text.substring(contentStart, last);
    }
}
