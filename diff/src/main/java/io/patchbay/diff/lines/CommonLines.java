package io.patchbay.diff.lines;

import java.util.Arrays;

/**
 * How many lines one text shares with others, wherever they stand: what any comparison can find at
 * most. For one thread at a time.
 */
public final class CommonLines {

    private static final Counts NO_LINES = new Counts(new int[0], new int[0], 0);

    /**
     * How often each line stands in a text.
     *
     * @param ids each number once
     * @param lines how many lines there are
     */
    public record Counts(int[] ids, int[] times, int lines) {

        /** Of the numbers of the lines of a text. */
        public static Counts of(int[] text) {
            var sorted = text.clone();
            Arrays.sort(sorted);
            var times = new int[sorted.length];
            int size = 0;
            for (int id : sorted) {
                if (size == 0 || sorted[size - 1] != id) {
                    sorted[size++] = id;
                }
                times[size - 1]++;
            }
            return new Counts(Arrays.copyOf(sorted, size), Arrays.copyOf(times, size), text.length);
        }
    }

    private final int[] known;
    private Counts chosen = NO_LINES;

    /**
     * @param ids how many different lines there are, see {@link LineIds#size()}
     */
    public CommonLines(int ids) {
        this.known = new int[ids];
    }

    /** The text that others are compared with from now on. */
    public void choose(Counts text) {
        for (int id : chosen.ids) {
            known[id] = 0;
        }
        chosen = text;
        for (int at = 0; at < text.ids.length; at++) {
            known[text.ids[at]] = text.times[at];
        }
    }

    /** The least of what {@link Changes#shownLines()} can be for the chosen text and another. */
    public int leastShownLines(Counts other) {
        int common = 0;
        for (int at = 0; at < other.ids.length; at++) {
            common += Math.min(known[other.ids[at]], other.times[at]);
        }
        int changed = chosen.lines + other.lines - 2 * common;
        return changed == 0 ? 0 : changed + 1;
    }
}
