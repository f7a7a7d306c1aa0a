package io.patchbay.diff;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of {@code @@ -1,5 +1,6 @@}. A count that is left out is 1. Numbers beyond 10¹² are
 * 10¹²; digits may be of any script, as they may where Patchwork reads them.
 *
 * @param oldStart the first line in the old file, from 1; 0 if the hunk has none of it
 * @param oldCount lines of the old file in the hunk
 * @param newStart the first line in the new file, from 1; 0 if the hunk has none of it
 * @param newCount lines of the new file in the hunk
 */
public record HunkHeader(long oldStart, long oldCount, long newStart, long newCount) {

    private static final long MOST = 1_000_000_000_000L;

    /** Of the line from {@code start} to {@code end}; null if it is no hunk header. */
    public static @Nullable HunkHeader at(CharSequence text, int start, int end) {
        var cursor = new Cursor(text, start, end);
        if (!cursor.skips("@@ -")) {
            return null;
        }
        long oldStart = cursor.number();
        long oldCount = oldStart < 0 ? -1 : cursor.countOrOne();
        if (oldCount < 0 || !cursor.skips(" +")) {
            return null;
        }
        long newStart = cursor.number();
        long newCount = newStart < 0 ? -1 : cursor.countOrOne();
        return newCount < 0 || !cursor.skips(" @@")
                ? null
                : new HunkHeader(oldStart, oldCount, newStart, newCount);
    }

    /** Reads from left to right. */
    static final class Cursor {

        private final CharSequence text;
        private final int end;
        private int index;

        Cursor(CharSequence text, int start, int end) {
            this.text = text;
            this.index = start;
            this.end = end;
        }

        int index() {
            return index;
        }

        boolean skips(String expected) {
            if (index + expected.length() > end) {
                return false;
            }
            for (int offset = 0; offset < expected.length(); offset++) {
                if (text.charAt(index + offset) != expected.charAt(offset)) {
                    return false;
                }
            }
            index += expected.length();
            return true;
        }

        /** How often the sign stands here, up to so often. */
        int skipAll(char sign, int most) {
            int first = index;
            while (index < end && index - first < most && text.charAt(index) == sign) {
                index++;
            }
            return index - first;
        }

        /** What follows a comma, 1 if there is no comma, -1 if no number follows it. */
        long countOrOne() {
            return skips(",") ? number() : 1;
        }

        /** The number at the cursor, or -1. */
        long number() {
            int first = index;
            long value = 0;
            while (index < end && Character.isDigit(text.charAt(index))) {
                value = Math.min(MOST, value * 10 + Character.digit(text.charAt(index), 10));
                index++;
            }
            return index > first ? value : -1;
        }
    }
}
