package io.patchbay.tracker.compare;

import io.patchbay.diff.compare.PatchPair;
import io.patchbay.diff.compare.PatchPair.Numbered;
import io.patchbay.diff.compare.PatchPair.Status;
import io.patchbay.diff.compare.RangeDiffText;
import io.patchbay.diff.compare.SeriesComparison;
import io.patchbay.diff.compare.SeriesPatch;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Series;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two versions of a series, patch by patch, as {@code git range-diff} shows them (range-diff §3).
 *
 * @param rows in git's order
 */
public record ComparedSeries(Series older, Series newer, List<Row> rows, SeriesComparison pairs) {

    /** What takes its place in the output of git: no mail has the id of a commit. */
    private static final int LENGTH_OF_ID = 10;

    /**
     * What became of a patch.
     *
     * @param older null if the patch is new
     * @param newer null if it is dropped
     * @param rewritten as {@link PatchPair} says
     */
    public record Row(
            PatchPair pair,
            @Nullable Patch older,
            @Nullable Patch newer,
            @Nullable Patch rewritten) {

        public Status status() {
            return pair.status();
        }
    }

    static ComparedSeries of(SeriesVersion older, SeriesVersion newer) {
        var before = older.asCommitted();
        var after = newer.asCommitted();
        var known = new HashMap<SeriesPatch, Patch>();
        remember(before, older, known);
        remember(after, newer, known);
        var pairs = SeriesComparison.of(before, after);
        var rows = pairs.pairs().stream().map(pair -> row(pair, known)).toList();
        return new ComparedSeries(older.series(), newer.series(), rows, pairs);
    }

    private static void remember(
            List<SeriesPatch> patches, SeriesVersion version, Map<SeriesPatch, Patch> known) {
        for (int place = 0; place < patches.size(); place++) {
            known.put(patches.get(place), version.patches().get(place).patch());
        }
    }

    private static Row row(PatchPair pair, Map<SeriesPatch, Patch> known) {
        return new Row(
                pair,
                stored(pair.older(), known),
                stored(pair.newer(), known),
                stored(pair.rewritten(), known));
    }

    private static @Nullable Patch stored(
            @Nullable Numbered numbered, Map<SeriesPatch, Patch> known) {
        return numbered == null ? null : known.get(numbered.patch());
    }

    /** How many rows have this status. */
    public long count(Status status) {
        return rows.stream().filter(row -> row.status() == status).count();
    }

    /** How many patches stand in another order. */
    public long moved() {
        return rows.stream().filter(row -> row.pair().isMoved()).count();
    }

    /**
     * The output of {@code git range-diff}; patches are numbered by their places, and have the
     * beginning of their hash where git has the id of a commit.
     */
    public String text() {
        var ids = new HashMap<SeriesPatch, String>();
        for (var row : rows) {
            remember(row.pair().older(), row.older(), ids);
            remember(row.pair().newer(), row.newer(), ids);
        }
        return RangeDiffText.plain(pairs, patch -> ids.getOrDefault(patch, ""));
    }

    private static void remember(
            @Nullable Numbered numbered, @Nullable Patch stored, Map<SeriesPatch, String> ids) {
        var hash = stored == null ? null : stored.hash();
        if (numbered != null && hash != null) {
            ids.put(numbered.patch(), hash.substring(0, LENGTH_OF_ID));
        }
    }
}
