package io.patchbay.diff.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which patch of one version became which of the other: those with the very same diff first, the
 * rest at the least cost in sum. A pair costs as many lines as the diff of its diffs has; a patch
 * that stays alone, a part of the lines of its own diff.
 */
final class Pairing {

    /** What git writes for pairs that must not be. */
    private static final int MOST = 1 << 16;

    private static final int NONE = -1;

    private final List<SeriesPatch> older;
    private final List<SeriesPatch> newer;
    private final int creationFactor;
    private final int[] newerOf;
    private final int[] olderOf;

    private Pairing(List<SeriesPatch> older, List<SeriesPatch> newer, int creationFactor) {
        this.older = older;
        this.newer = newer;
        this.creationFactor = creationFactor;
        this.newerOf = new int[older.size()];
        this.olderOf = new int[newer.size()];
        Arrays.fill(newerOf, NONE);
        Arrays.fill(olderOf, NONE);
    }

    /** For each patch of the newer version the place of the older one, from 0, or -1. */
    static int[] of(List<SeriesPatch> older, List<SeriesPatch> newer, int creationFactor) {
        var pairing = new Pairing(older, newer, creationFactor);
        pairing.pairEqual();
        pairing.pairCheapest();
        return pairing.olderOf;
    }

    private void pairEqual() {
        Map<List<String>, List<Integer>> known = new HashMap<>();
        for (int old = 0; old < older.size(); old++) {
            known.computeIfAbsent(older.get(old).text().diffLines(), _ -> new ArrayList<>())
                    .add(old);
        }
        for (int now = 0; now < newer.size(); now++) {
            var found = known.get(newer.get(now).text().diffLines());
            if (found != null && !found.isEmpty()) {
                pair(found.removeLast(), now);
            }
        }
    }

    private void pair(int old, int now) {
        newerOf[old] = now;
        olderOf[now] = old;
    }

    private void pairCheapest() {
        var rows = Assignment.rowsOf(costs());
        for (int old = 0; old < older.size(); old++) {
            if (rows[old] < newer.size()) {
                pair(old, rows[old]);
            }
        }
    }

    /** A row for each newer patch, a column for each older one; the rest are patches alone. */
    private int[][] costs() {
        int size = older.size() + newer.size();
        var costs = new int[size][size];
        var pairs = new PairCosts(older, newer);
        for (int old = 0; old < older.size(); old++) {
            pairs.choose(old);
            int alone = newerOf[old] == NONE ? alone(older.get(old)) : MOST;
            for (int now = 0; now < newer.size(); now++) {
                if (newerOf[old] == NONE && olderOf[now] == NONE) {
                    costs[now][old] =
                            Math.min(MOST, pairs.cost(now, alone + alone(newer.get(now))));
                } else {
                    costs[now][old] = newerOf[old] == now ? 0 : MOST;
                }
            }
            for (int row = newer.size(); row < size; row++) {
                costs[row][old] = alone;
            }
        }
        for (int now = 0; now < newer.size(); now++) {
            int alone = olderOf[now] == NONE ? alone(newer.get(now)) : MOST;
            Arrays.fill(costs[now], older.size(), size, alone);
        }
        return costs;
    }

    private int alone(SeriesPatch patch) {
        return (int) Math.min(MOST, (long) patch.text().diffSize() * creationFactor / 100);
    }
}
