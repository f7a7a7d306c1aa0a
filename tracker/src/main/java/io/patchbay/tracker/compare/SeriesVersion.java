package io.patchbay.tracker.compare;

import io.patchbay.diff.ParsedDiff;
import io.patchbay.diff.compare.SeriesPatch;
import io.patchbay.mail.diff.LineEnds;
import io.patchbay.tracker.mbox.Mbox;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Series;

import java.util.List;

/**
 * A series with what its patches say.
 *
 * @param patches those with a diff, by number
 */
public record SeriesVersion(Series series, List<StoredPatch> patches) {

    /** A patch and what it says. */
    record StoredPatch(Patch patch, MailText text, String diff) {

        /** As {@code git am} of the series' mbox makes it. */
        SeriesPatch asCommitted() {
            var commit = Mbox.commit(patch, text);
            var parsed = ParsedDiff.of(LineEnds.ofFiles(diff));
            return SeriesPatch.of(commit.author(), commit.message(), parsed);
        }
    }

    List<SeriesPatch> asCommitted() {
        return patches.stream().map(StoredPatch::asCommitted).toList();
    }
}
