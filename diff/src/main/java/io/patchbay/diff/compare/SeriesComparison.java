package io.patchbay.diff.compare;

import io.patchbay.diff.compare.PatchPair.Numbered;
import io.patchbay.diff.compare.PatchPair.Status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two versions of a series, patch by patch, as {@code git range-diff} pairs them, without a
 * repository (range-diff §3). Immutable.
 */
public final class SeriesComparison {

    /** Git's own, in percent: how much of a patch must change before it is another. */
    public static final int CREATION_FACTOR = 60;

    private final List<PatchPair> pairs;

    private SeriesComparison(List<PatchPair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    public static SeriesComparison of(List<SeriesPatch> older, List<SeriesPatch> newer) {
        return of(older, newer, CREATION_FACTOR);
    }

    /**
     * @param creationFactor in percent; the higher, the less two patches need have in common
     * @throws IllegalArgumentException if the factor is negative
     */
    public static SeriesComparison of(
            List<SeriesPatch> older, List<SeriesPatch> newer, int creationFactor) {
        if (creationFactor < 0) {
            throw new IllegalArgumentException(
                    "a creation factor is a number of percent from 0 up, but this is "
                            + creationFactor);
        }
        var olderOf = Pairing.of(older, newer, creationFactor);
        return new SeriesComparison(new Rows(older, newer, olderOf).inOrder());
    }

    /**
     * In git's order: that of the newer version, with dropped patches behind all that stood before
     * them in the older one.
     */
    public List<PatchPair> pairs() {
        return pairs;
    }

    /** How many patches the longer of the two has. */
    int longerVersion() {
        long older = pairs.stream().filter(pair -> pair.older() != null).count();
        long newer = pairs.stream().filter(pair -> pair.newer() != null).count();
        return (int) Math.max(older, newer);
    }

    /** Puts the pairs into order. */
    private static final class Rows {

        private final List<SeriesPatch> older;
        private final List<SeriesPatch> newer;
        private final int[] olderOf;
        private final boolean[] isPaired;
        private final boolean[] isMoved;
        private final Map<Integer, Integer> rewrittenOld = new HashMap<>();
        private final Map<Integer, Integer> rewrittenNew = new HashMap<>();

        Rows(List<SeriesPatch> older, List<SeriesPatch> newer, int[] olderOf) {
            this.older = older;
            this.newer = newer;
            this.olderOf = olderOf;
            this.isPaired = new boolean[older.size()];
            for (int old : olderOf) {
                if (old >= 0) {
                    isPaired[old] = true;
                }
            }
            this.isMoved = moved(olderOf);
            findRewritten();
        }

        List<PatchPair> inOrder() {
            var rows = new ArrayList<PatchPair>();
            var isShown = new boolean[older.size()];
            int old = 0;
            for (int now = 0; now <= newer.size(); now++) {
                while (old < older.size() && (isShown[old] || !isPaired[old])) {
                    if (!isPaired[old]) {
                        rows.add(dropped(old));
                    }
                    old++;
                }
                if (now < newer.size()) {
                    int before = olderOf[now];
                    if (before < 0) {
                        rows.add(added(now));
                    } else {
                        rows.add(PatchPair.of(old(before), now(now), isMoved[now]));
                        isShown[before] = true;
                    }
                }
            }
            return rows;
        }

        private Numbered old(int place) {
            return new Numbered(place + 1, older.get(place));
        }

        private Numbered now(int place) {
            return new Numbered(place + 1, newer.get(place));
        }

        private PatchPair dropped(int old) {
            var now = rewrittenOld.get(old);
            return new PatchPair(
                    old(old), null, Status.DROPPED, false, now == null ? null : now(now));
        }

        private PatchPair added(int now) {
            var old = rewrittenNew.get(now);
            return new PatchPair(
                    null, now(now), Status.ADDED, false, old == null ? null : old(old));
        }

        private void findRewritten() {
            Map<String, Deque<Integer>> dropped = new HashMap<>();
            for (int old = 0; old < older.size(); old++) {
                if (!isPaired[old]) {
                    dropped.computeIfAbsent(older.get(old).title(), _ -> new ArrayDeque<>())
                            .add(old);
                }
            }
            for (int now = 0; now < newer.size(); now++) {
                var same = olderOf[now] < 0 ? dropped.get(newer.get(now).title()) : null;
                var old = same == null ? null : same.poll();
                if (old != null) {
                    rewrittenOld.put(old, now);
                    rewrittenNew.put(now, old);
                }
            }
        }

        /** All that stand outside a longest row of patches that kept their order. */
        private static boolean[] moved(int[] olderOf) {
            int[] best = new int[olderOf.length];
            int[] before = new int[olderOf.length];
            int longest = -1;
            for (int now = 0; now < olderOf.length; now++) {
                before[now] = -1;
                if (olderOf[now] < 0) {
                    continue;
                }
                best[now] = 1;
                for (int other = 0; other < now; other++) {
                    boolean follows = olderOf[other] >= 0 && olderOf[other] < olderOf[now];
                    if (follows && best[other] >= best[now]) {
                        best[now] = best[other] + 1;
                        before[now] = other;
                    }
                }
                if (longest < 0 || best[now] > best[longest]) {
                    longest = now;
                }
            }
            var moved = new boolean[olderOf.length];
            for (int now = 0; now < olderOf.length; now++) {
                moved[now] = olderOf[now] >= 0;
            }
            for (int now = longest; now >= 0; now = before[now]) {
                moved[now] = false;
            }
            return moved;
        }
    }
}
