package io.patchbay.diff;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of {@code @@@ -1,5 -1,4 +1,6 @@@}, the header of a hunk of a merge with two or more
 * parents.
 */
final class CombinedHeader {

    /** Git itself merges no more than 16 at a time. */
    private static final int MOST_PARENTS = 64;

    private final int parents;

    /** Of each parent, and last of the result. */
    private final long[] starts;

    private final long[] counts;
    private final int length;

    private CombinedHeader(int parents, long[] starts, long[] counts, int length) {
        this.parents = parents;
        this.starts = starts;
        this.counts = counts;
        this.length = length;
    }

    /** Of the line from {@code start} to {@code end}; null if it is another one. */
    static @Nullable CombinedHeader at(String text, int start, int end) {
        var cursor = new HunkHeader.Cursor(text, start, end);
        int parents = cursor.skipAll('@', MOST_PARENTS + 1) - 1;
        if (parents < 2) {
            return null;
        }
        var starts = new long[parents + 1];
        var counts = new long[parents + 1];
        for (int side = 0; side <= parents; side++) {
            if (!cursor.skips(side < parents ? " -" : " +")) {
                return null;
            }
            starts[side] = cursor.number();
            counts[side] = starts[side] < 0 ? -1 : cursor.countOrOne();
            if (counts[side] < 0) {
                return null;
            }
        }
        boolean closed = cursor.skips(" ") && cursor.skipAll('@', parents + 1) == parents + 1;
        return closed ? new CombinedHeader(parents, starts, counts, cursor.index() - start) : null;
    }

    /** Behind the last line of the hunk that begins with a line of this kind. */
    static int endOfHunk(LineTable lines, int headerLine) {
        var header = at(lines.text(), lines.start(headerLine), lines.end(headerLine));
        if (header == null) {
            return headerLine + 1;
        }
        var left = header.counts();
        int line = headerLine + 1;
        while (line < lines.size() && isAnyLeft(left)) {
            var columns = new Columns(lines, line, header.parents());
            if (columns.areNone()) {
                return line;
            }
            for (int parent = 0; parent < header.parents(); parent++) {
                left[parent] -= columns.isOfParent(parent) ? 1 : 0;
            }
            left[header.parents()] -= columns.isOfResult() ? 1 : 0;
            line++;
        }
        return line;
    }

    private static boolean isAnyLeft(long[] left) {
        for (long each : left) {
            if (each > 0) {
                return true;
            }
        }
        return false;
    }

    int parents() {
        return parents;
    }

    /** Up to the last of the closing signs. */
    int length() {
        return length;
    }

    /** A copy: of each parent, and last of the result. */
    long[] counts() {
        return counts.clone();
    }

    HunkHeader ofFirstParent() {
        return new HunkHeader(starts[0], counts[0], starts[parents], counts[parents]);
    }
}
