package io.patchbay.web.compare;

import io.patchbay.diff.compare.PatchPair.Status;
import io.patchbay.tracker.compare.ComparedSeries;
import io.patchbay.tracker.model.Series;
import io.patchbay.web.frame.Frame;
import io.patchbay.web.frame.PageAddresses;

import java.util.ArrayList;
import java.util.List;

/**
 * All that the page of a comparison shows.
 *
 * @param isInterdiff whether it shows the interdiffs of the pairs, instead of the diffs of diffs
 */
record ComparisonPage(
        Frame frame, ComparedSeries compared, List<PairView> pairs, boolean isInterdiff) {

    /** So many lines of changes are shown; the text has all of them. */
    static final int MOST_LINES = 3_000;

    static ComparisonPage of(Frame frame, ComparedSeries compared, boolean isInterdiff) {
        var pairs = new ArrayList<PairView>();
        int left = MOST_LINES;
        for (var row : compared.rows()) {
            var pair = PairView.of(pairs.size() + 1, row, isInterdiff, left);
            left -= pair.shownLines();
            pairs.add(pair);
        }
        return new ComparisonPage(frame, compared, pairs, isInterdiff);
    }

    public Series older() {
        return compared.older();
    }

    public Series newer() {
        return compared.newer();
    }

    public String title() {
        return "%s: what changed from %s to %s"
                .formatted(newer().head().displayName(), olderName(), newerName());
    }

    public String olderName() {
        return name(older());
    }

    public String newerName() {
        return name(newer());
    }

    /** Its version; where both have the same, its id. */
    private String name(Series series) {
        return older().version() == newer().version()
                ? "series " + series.id()
                : "v" + series.version();
    }

    /** Such as {@code 4 the same, 1 changed, 1 new}. */
    public String summary() {
        var parts = new ArrayList<String>();
        for (var status : Status.values()) {
            add(parts, compared.count(status), PairView.word(status));
        }
        add(parts, compared.moved(), "moved");
        return parts.isEmpty() ? "neither has a patch" : String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    public List<PairView> changed() {
        return pairs.stream().filter(PairView::isChanged).toList();
    }

    public String address() {
        return PageAddresses.comparison(older().id(), newer().id());
    }

    public String reverse() {
        return PageAddresses.comparison(newer().id(), older().id());
    }

    public String text() {
        return PageAddresses.comparisonText(older().id(), newer().id());
    }

    public String json() {
        return "/api/patchbay/series/%d/compare/%d/".formatted(older().id(), newer().id());
    }

    /** The place of the row that shows the other half of a patch that was rewritten. */
    public int placeOf(PairView rewritten) {
        var other = rewritten.row().rewritten();
        return pairs.stream()
                .filter(pair -> pair.row().older() == other || pair.row().newer() == other)
                .mapToInt(PairView::place)
                .findFirst()
                .orElse(rewritten.place());
    }
}
