package io.patchbay.diff.lines;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Which lines of one text are not in another, and which of the other are new. */
public final class Changes {

    /** How many unchanged lines git shows around a change. */
    public static final int CONTEXT = 3;

    private final boolean[] removed;
    private final boolean[] added;

    /**
     * @param removed for each line of the older text; the lines that are left there are, in their
     *     order, those that are left in the other
     */
    Changes(boolean[] removed, boolean[] added) {
        this.removed = removed;
        this.added = added;
    }

    public boolean isRemoved(int oldLine) {
        return removed[oldLine];
    }

    public boolean isAdded(int newLine) {
        return added[newLine];
    }

    public boolean isEmpty() {
        return next(0, 0) == null;
    }

    /** Lines from 0; the ends are the lines behind. */
    public record Range(int oldStart, int oldEnd, int newStart, int newEnd) {

        private int size() {
            return oldEnd - oldStart + newEnd - newStart;
        }
    }

    /** Each run of lines that are removed or added, in order. */
    public List<Range> runs() {
        var runs = new ArrayList<Range>();
        for (var run = next(0, 0); run != null; run = next(run.oldEnd, run.newEnd)) {
            runs.add(run);
        }
        return runs;
    }

    /** The runs with the unchanged lines around them, those that meet as one. */
    public List<Range> hunks() {
        var hunks = new ArrayList<Range>();
        Range open = null;
        for (var run : runs()) {
            if (open != null && run.oldStart - open.oldEnd <= 2 * CONTEXT) {
                open = new Range(open.oldStart, run.oldEnd, open.newStart, run.newEnd);
            } else {
                if (open != null) {
                    hunks.add(withContext(open));
                }
                open = run;
            }
        }
        if (open != null) {
            hunks.add(withContext(open));
        }
        return hunks;
    }

    private Range withContext(Range range) {
        int before = Math.min(CONTEXT, Math.min(range.oldStart, range.newStart));
        int after =
                Math.min(
                        CONTEXT,
                        Math.min(removed.length - range.oldEnd, added.length - range.newEnd));
        return new Range(
                range.oldStart - before,
                range.oldEnd + after,
                range.newStart - before,
                range.newEnd + after);
    }

    /** How many lines the hunks take, with a header each. */
    public int shownLines() {
        int changed = 0;
        for (var run : runs()) {
            changed += run.size();
        }
        var hunks = hunks();
        int both = hunks.stream().mapToInt(Range::size).sum();
        return hunks.size() + (both - changed) / 2 + changed;
    }

    private @Nullable Range next(int oldFrom, int newFrom) {
        int oldLine = oldFrom;
        int newLine = newFrom;
        while (!at(removed, oldLine) && !at(added, newLine)) {
            if (oldLine >= removed.length) {
                return null;
            }
            oldLine++;
            newLine++;
        }
        int oldEnd = end(removed, oldLine);
        int newEnd = end(added, newLine);
        return new Range(oldLine, oldEnd, newLine, newEnd);
    }

    private static boolean at(boolean[] changed, int line) {
        return line < changed.length && changed[line];
    }

    private static int end(boolean[] changed, int from) {
        int end = from;
        while (at(changed, end)) {
            end++;
        }
        return end;
    }
}
