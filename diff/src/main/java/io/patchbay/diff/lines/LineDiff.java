package io.patchbay.diff.lines;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * Compares texts, given as numbers of their lines, with the result that git has by default: Myers'
 * algorithm, which is not always taken to its end. It keeps room from one comparison to the next,
 * and is for one thread at a time.
 */
public final class LineDiff {

    /** A line that stands more often in the other text counts for little. */
    private static final int MOST_PARTNERS = 1024;

    /** How far around a line with too many partners lines are looked at. */
    private static final int WINDOW = 100;

    private static final byte ALONE = 0;
    private static final byte PAIRED = 1;
    private static final byte TOO_MANY = 2;

    private final int[] oldCounts;
    private final int[] newCounts;
    private long steps;

    /**
     * @param ids how many different lines there are, see {@link LineIds#size()}
     */
    public LineDiff(int ids) {
        this.oldCounts = new int[ids];
        this.newCounts = new int[ids];
    }

    /** How much work was done since the beginning; a step takes some nanoseconds. */
    public long steps() {
        return steps;
    }

    /**
     * The changes between two texts. Of the places where a change can stand, it has the last one,
     * or one beside a change of the other text.
     */
    public Changes changes(int[] before, int[] after) {
        var found = search(before, after);
        slide(before, after, found, null, null);
        return new Changes(found.removed, found.added);
    }

    /** As git shows them: what can stand in several places stands where the indentation says. */
    public static Changes shown(List<String> before, List<String> after) {
        var ids = new LineIds();
        var old = ids.of(before);
        var now = ids.of(after);
        var diff = new LineDiff(ids.size());
        var found = diff.search(old, now);
        diff.slide(old, now, found, before, after);
        return new Changes(found.removed, found.added);
    }

    private record Found(boolean[] removed, boolean[] added) {}

    private void slide(
            int[] before,
            int[] after,
            Found found,
            @Nullable List<String> oldLines,
            @Nullable List<String> newLines) {
        new Sliding(before, found.removed, found.added, oldLines).slideAll();
        new Sliding(after, found.added, found.removed, newLines).slideAll();
    }

    private Found search(int[] before, int[] after) {
        steps += before.length + after.length;
        var found = new Found(new boolean[before.length], new boolean[after.length]);
        int least = Math.min(before.length, after.length);
        int start = 0;
        while (start < least && before[start] == after[start]) {
            start++;
        }
        int tail = 0;
        while (tail < least - start
                && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
            tail++;
        }
        count(oldCounts, before, 1);
        count(newCounts, after, 1);
        var old = Selected.of(before, start, before.length - tail, newCounts, found.removed);
        var now = Selected.of(after, start, after.length - tail, oldCounts, found.added);
        count(oldCounts, before, -1);
        count(newCounts, after, -1);
        var box = new Box(old, now, new MiddleSearch(old.ids, now.ids), found);
        box.divide(0, old.ids.length, 0, now.ids.length, false);
        steps += box.search.steps();
        return found;
    }

    private static void count(int[] counts, int[] ids, int by) {
        for (int id : ids) {
            counts[id] += by;
        }
    }

    /**
     * The lines that are searched for a way; all others are changed, because the other text has no
     * such line, or too many and there are such lines around.
     *
     * @param places where each stands in its text
     */
    private record Selected(int[] ids, int[] places) {

        static Selected of(int[] text, int start, int end, int[] partners, boolean[] changed) {
            int most = Math.min(MiddleSearch.roughRoot(text.length), MOST_PARTNERS);
            var kinds = new byte[end - start];
            for (int line = start; line < end; line++) {
                int found = partners[text[line]];
                kinds[line - start] = found == 0 ? ALONE : found < most ? PAIRED : TOO_MANY;
            }
            var ids = new int[kinds.length];
            var places = new int[kinds.length];
            int size = 0;
            for (int at = 0; at < kinds.length; at++) {
                if (kinds[at] == PAIRED || kinds[at] == TOO_MANY && !isLost(kinds, at)) {
                    ids[size] = text[start + at];
                    places[size++] = start + at;
                } else {
                    changed[start + at] = true;
                }
            }
            return new Selected(Arrays.copyOf(ids, size), Arrays.copyOf(places, size));
        }

        /** Whether most of the unusual lines around one with too many partners have none. */
        private static boolean isLost(byte[] kinds, int at) {
            int first = at;
            int aloneBefore = 0;
            while (first > Math.max(0, at - WINDOW) && kinds[first - 1] != PAIRED) {
                first--;
                aloneBefore += kinds[first] == ALONE ? 1 : 0;
            }
            if (aloneBefore == 0) {
                return false;
            }
            int last = at;
            int aloneBehind = 0;
            while (last < Math.min(kinds.length - 1, at + WINDOW) && kinds[last + 1] != PAIRED) {
                last++;
                aloneBehind += kinds[last] == ALONE ? 1 : 0;
            }
            if (aloneBehind == 0) {
                return false;
            }
            int alone = aloneBefore + aloneBehind;
            // The line itself counts on both sides.
            int tooMany = last - first - alone + 2;
            return 4 * tooMany < tooMany + alone;
        }
    }

    /** Divides until one of the texts has no lines left. */
    private record Box(Selected old, Selected now, MiddleSearch search, Found found) {

        void divide(int oldFrom, int oldTo, int newFrom, int newTo, boolean exact) {
            int oldStart = oldFrom;
            int newStart = newFrom;
            int oldEnd = oldTo;
            int newEnd = newTo;
            boolean isExact = exact;
            while (true) {
                while (oldStart < oldEnd
                        && newStart < newEnd
                        && old.ids[oldStart] == now.ids[newStart]) {
                    oldStart++;
                    newStart++;
                }
                while (oldStart < oldEnd
                        && newStart < newEnd
                        && old.ids[oldEnd - 1] == now.ids[newEnd - 1]) {
                    oldEnd--;
                    newEnd--;
                }
                if (oldStart == oldEnd || newStart == newEnd) {
                    mark(found.removed, old.places, oldStart, oldEnd);
                    mark(found.added, now.places, newStart, newEnd);
                    return;
                }
                search.search(oldStart, oldEnd, newStart, newEnd, isExact);
                int oldMiddle = search.foundFirst();
                int newMiddle = search.foundSecond();
                isExact = search.exactBehind();
                divide(oldStart, oldMiddle, newStart, newMiddle, search.exactBefore());
                oldStart = oldMiddle;
                newStart = newMiddle;
            }
        }

        private static void mark(boolean[] changed, int[] places, int from, int to) {
            for (int at = from; at < to; at++) {
                changed[places[at]] = true;
            }
        }
    }
}
