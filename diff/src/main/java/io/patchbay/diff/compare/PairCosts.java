package io.patchbay.diff.compare;

import io.patchbay.diff.lines.CommonLines;
import io.patchbay.diff.lines.CommonLines.Counts;
import io.patchbay.diff.lines.LineDiff;
import io.patchbay.diff.lines.LineIds;

import java.util.Arrays;
import java.util.List;

/**
 * What it costs to pair an older patch with a newer one: as many lines as the diff of their diffs
 * takes. Where the lines that both have tell already that the pair is too expensive, or after too
 * much work, it is the least that they tell.
 */
final class PairCosts {

    /**
     * Steps of comparing lines, about a second: thousands of times what a series of a hundred
     * patches takes.
     */
    private static final long MOST_STEPS = 1L << 26;

    private final int[][] older;
    private final int[][] newer;
    private final Counts[] oldCounts;
    private final Counts[] newCounts;
    private final CommonLines common;
    private final LineDiff diff;
    private int chosen;

    PairCosts(List<SeriesPatch> older, List<SeriesPatch> newer) {
        var ids = new LineIds();
        this.older = lines(older, ids);
        this.newer = lines(newer, ids);
        this.oldCounts = Arrays.stream(this.older).map(Counts::of).toArray(Counts[]::new);
        this.newCounts = Arrays.stream(this.newer).map(Counts::of).toArray(Counts[]::new);
        this.common = new CommonLines(ids.size());
        this.diff = new LineDiff(ids.size());
    }

    private static int[][] lines(List<SeriesPatch> patches, LineIds ids) {
        return patches.stream()
                .map(patch -> ids.of(patch.text().diffLines()))
                .toArray(int[][]::new);
    }

    /** The older patch of the costs that are asked for next, from 0. */
    void choose(int old) {
        chosen = old;
        common.choose(oldCounts[old]);
    }

    /**
     * @param most what is beyond may be any number beyond
     */
    int cost(int now, int most) {
        int least = common.leastShownLines(newCounts[now]);
        return least > most || diff.steps() > MOST_STEPS
                ? least
                : diff.changes(older[chosen], newer[now]).shownLines();
    }
}
