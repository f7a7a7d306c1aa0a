package io.patchbay.diff;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The lines of a text and what each looks like, found in one pass. A line ends behind its line
 * feed, the last one where the text ends; a carriage return is part of its line. Five bytes a line.
 *
 * <p>Lines are counted from 0, places in the text are indexes of characters.
 */
public final class LineTable {

    private static final LineKind[] KINDS = LineKind.values();

    private static final byte[] NO_KINDS = {};

    /** For a start; lines of mails are a little longer. */
    private static final int USUAL_LINE = 32;

    private final String text;
    private final int first;
    private final int size;

    /** Where the text begins in the one that {@link #starts} were counted in. */
    private final int base;

    /** From {@link #first} on, and one more for the end of the last line. */
    private final int[] starts;

    private final byte[] kinds;

    private LineTable(String text, int first, int size, int base, int[] starts, byte[] kinds) {
        this.text = text;
        this.first = first;
        this.size = size;
        this.base = base;
        this.starts = starts;
        this.kinds = kinds;
    }

    /** Of any text; nothing in it is refused. */
    public static LineTable of(String text) {
        int length = text.length();
        if (length == 0) {
            return new LineTable(text, 0, 0, 0, new int[1], NO_KINDS);
        }
        var starts = new int[length / USUAL_LINE + 8];
        var kinds = new byte[starts.length];
        int size = 0;
        int start = 0;
        while (start < length) {
            if (size + 1 == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                kinds = Arrays.copyOf(kinds, starts.length);
            }
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? length : feed + 1;
            kinds[size] = (byte) kindOf(text, start, end).ordinal();
            starts[size++] = start;
            start = end;
        }
        starts[size] = length;
        return new LineTable(text, 0, size, 0, starts, kinds);
    }

    private static LineKind kindOf(String text, int start, int end) {
        return switch (text.charAt(start)) {
            case ' ' -> LineKind.CONTEXT;
            case '+' -> text.startsWith("+++ ", start) ? LineKind.NEW_FILE : LineKind.ADDED;
            case '-' -> text.startsWith("--- ", start) ? LineKind.OLD_FILE : LineKind.REMOVED;
            case '\n' -> LineKind.EMPTY;
            case '\r' -> only(text, start, "\r\n", LineKind.EMPTY);
            case '@' -> hunkOrOther(text, start, end);
            case 'd' -> diffOrHeader(text, start);
            case 'o' -> header(text, start, ExtendedHeader.OLD_MODE);
            case 'n' -> header(text, start, ExtendedHeader.NEW_MODE, ExtendedHeader.NEW_FILE_MODE);
            case 'c' -> header(text, start, ExtendedHeader.COPY_FROM, ExtendedHeader.COPY_TO);
            case 'r' -> header(text, start, ExtendedHeader.RENAME_FROM, ExtendedHeader.RENAME_TO);
            case 's' -> header(text, start, ExtendedHeader.SIMILARITY);
            case 'i' -> header(text, start, ExtendedHeader.INDEX);
            case 'I' -> only(text, start, "Index: ", LineKind.INDEX);
            case 'G' -> only(text, start, "GIT binary patch", LineKind.GIT_BINARY);
            case 'B' -> binaryFilesOrOther(text, start, end);
            case '\\' -> only(text, start, "\\ No newline at end of file", LineKind.NO_NEWLINE);
            default -> LineKind.OTHER;
        };
    }

    private static LineKind hunkOrOther(String text, int start, int end) {
        if (!text.startsWith("@@", start)) {
            return LineKind.OTHER;
        }
        if (text.startsWith("@@@", start)) {
            return CombinedHeader.at(text, start, end) == null
                    ? LineKind.OTHER
                    : LineKind.COMBINED_HUNK;
        }
        return HunkHeader.at(text, start, end) == null ? LineKind.OTHER : LineKind.HUNK;
    }

    private static LineKind diffOrHeader(String text, int start) {
        if (!text.startsWith("diff ", start)) {
            return header(
                    text, start, ExtendedHeader.DELETED_FILE_MODE, ExtendedHeader.DISSIMILARITY);
        }
        if (text.startsWith("diff --git ", start)) {
            return LineKind.GIT_DIFF;
        }
        boolean combined =
                text.startsWith("diff --cc ", start) || text.startsWith("diff --combined ", start);
        return combined ? LineKind.COMBINED_DIFF : LineKind.OTHER_DIFF;
    }

    private static LineKind header(String text, int start, ExtendedHeader header) {
        return header.isAt(text, start) ? LineKind.EXTENDED_HEADER : LineKind.OTHER;
    }

    private static LineKind header(
            String text, int start, ExtendedHeader one, ExtendedHeader other) {
        return one.isAt(text, start) ? LineKind.EXTENDED_HEADER : header(text, start, other);
    }

    private static LineKind only(String text, int start, String words, LineKind kind) {
        return text.startsWith(words, start) ? kind : LineKind.OTHER;
    }

    private static LineKind binaryFilesOrOther(String text, int start, int end) {
        int last = withoutLineEnd(text, start, end);
        boolean is =
                text.startsWith("Binary files ", start)
                        && text.startsWith(" differ", Math.max(start, last - " differ".length()));
        return is ? LineKind.BINARY_FILES : LineKind.OTHER;
    }

    public String text() {
        return text;
    }

    /** How many lines there are. */
    public int size() {
        return size;
    }

    public LineKind kind(int line) {
        return KINDS[kinds[first + line]];
    }

    /** Where the line begins. */
    public int start(int line) {
        return starts[first + line] - base;
    }

    /** Just behind the line's line feed; the length of the text if it has none. */
    public int end(int line) {
        return starts[first + line + 1] - base;
    }

    /** The line's first character, which is its line feed if it has no other. */
    public char sign(int line) {
        return text.charAt(starts[first + line] - base);
    }

    public boolean begins(int line, String words) {
        return text.startsWith(words, starts[first + line] - base);
    }

    /** The line without its line feed and the carriage return before that. */
    public String line(int line) {
        int start = start(line);
        return text.substring(start, withoutLineEnd(text, start, end(line)));
    }

    /** The numbers of a line of kind {@link LineKind#HUNK}, null for others. */
    public @Nullable HunkHeader hunkHeader(int line) {
        return kind(line) == LineKind.HUNK ? HunkHeader.at(text, start(line), end(line)) : null;
    }

    /**
     * The line behind the hunk that begins with this one, which is of kind {@link
     * LineKind#COMBINED_HUNK}. The hunk is over when its lines are used up, or at the first line
     * that can be none of it.
     */
    public int endOfCombinedHunk(int headerLine) {
        return CombinedHeader.endOfHunk(this, headerLine);
    }

    /**
     * The line that holds the character at that place.
     *
     * @throws IndexOutOfBoundsException if the text has no such place
     */
    public int lineAt(int place) {
        if (place < 0 || place >= text.length()) {
            throw new IndexOutOfBoundsException(
                    "the text has places from 0 to %d, and %d is none of them"
                            .formatted(text.length() - 1, place));
        }
        int found = Arrays.binarySearch(starts, first, first + size, place + base);
        return (found >= 0 ? found : -found - 2) - first;
    }

    /**
     * Some of the lines as a text of its own, whose lines need not be found again.
     *
     * @param from the first line
     * @param to the line behind the last
     * @throws IndexOutOfBoundsException if there are no such lines
     */
    public LineTable part(int from, int to) {
        if (from < 0 || to > size || from > to) {
            throw new IndexOutOfBoundsException(
                    "there are lines 0 to %d, but %d to %d were asked for"
                            .formatted(size, from, to));
        }
        var lines = text.substring(starts[first + from] - base, starts[first + to] - base);
        return new LineTable(lines, first + from, to - from, starts[first + from], starts, kinds);
    }

    static int withoutLineEnd(String text, int start, int end) {
        int last = end;
        if (last > start && text.charAt(last - 1) == '\n') {
            last--;
            if (last > start && text.charAt(last - 1) == '\r') {
                last--;
            }
        }
        return last;
    }
}
