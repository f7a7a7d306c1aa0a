package io.patchbay.mail.diff;

import org.jspecify.annotations.Nullable;

/**
 * The counts of {@code @@ -1,5 +1,6 @@}.
 *
 * @param removed lines of the old file in the hunk
 * @param added lines of the new file in the hunk
 */
public record HunkHeader(long removed, long added) {

    /** Larger counts end with the mail anyway. */
    private static final long MOST = 1_000_000_000_000L;

    /** Null if the line is no hunk header. */
    public static @Nullable HunkHeader at(CharSequence text, int start, int end) {
        var cursor = new Cursor(text, start, end);
        if (!cursor.skips("@@ -") || cursor.number() < 0) {
            return null;
        }
        long removed = cursor.countOrOne();
        if (removed < 0 || !cursor.skips(" +") || cursor.number() < 0) {
            return null;
        }
        long added = cursor.countOrOne();
        return added < 0 || !cursor.skips(" @@") ? null : new HunkHeader(removed, added);
    }

    private static final class Cursor {

        private final CharSequence text;
        private final int end;
        private int index;

        Cursor(CharSequence text, int start, int end) {
            this.text = text;
            this.index = start;
            this.end = end;
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
