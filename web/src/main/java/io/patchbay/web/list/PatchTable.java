package io.patchbay.web.list;

import io.patchbay.http.message.Parameters;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.SeriesHead;
import io.patchbay.tracker.model.Tag;
import io.patchbay.tracker.reading.Patches.Tally;
import io.patchbay.web.frame.PageAddresses;
import io.patchbay.web.list.PatchOrder.Column;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The table of a patch list (web-ui.md §4.3).
 *
 * @param runs the rows, those that follow one another in the same series together
 * @param tallies by patch; one of which nothing was counted has none
 * @param tags those with a column
 * @param query what the headings' links keep
 * @param order null where the list has an order of its own
 * @param selectable whether rows can be ticked
 */
public record PatchTable(
        List<Run> runs,
        Map<Long, Tally> tallies,
        List<Tag> tags,
        Parameters query,
        @Nullable PatchOrder order,
        boolean selectable,
        boolean showIds) {

    private static final Tally NOTHING = new Tally(Map.of(), 0, 0, 0, 0);

    /** Rows that follow one another and belong to the same series. */
    public record Run(@Nullable SeriesHead series, List<Patch> patches) {}

    public static PatchTable of(
            List<Patch> patches,
            Map<Long, Tally> tallies,
            Parameters query,
            @Nullable PatchOrder order,
            Viewer viewer,
            Reading reading) {
        boolean tagged = patches.stream().anyMatch(patch -> patch.project().useTags());
        return new PatchTable(
                runsOf(patches),
                tallies,
                tagged
                        ? reading.projects().tags().stream().filter(Tag::showColumn).toList()
                        : List.of(),
                query,
                order,
                !viewer.isAnonymous(),
                viewer.settings().showIds());
    }

    private static List<Run> runsOf(List<Patch> patches) {
        var runs = new ArrayList<Run>();
        for (var patch : patches) {
            if (runs.isEmpty() || !continues(runs.getLast(), patch)) {
                runs.add(new Run(patch.series(), new ArrayList<>()));
            }
            runs.getLast().patches().add(patch);
        }
        return runs;
    }

    private static boolean continues(Run run, Patch patch) {
        return patch.series() != null && Objects.equals(run.series(), patch.series());
    }

    public Tally tally(Patch patch) {
        return tallies.getOrDefault(patch.id(), NOTHING);
    }

    /** Whether the series' name tells nothing new in this row. */
    public static boolean repeats(Run run, Patch patch) {
        return run.series() != null
                && (patch != run.patches().getFirst()
                        || run.series().displayName().equals(patch.name()));
    }

    /** How often each tag was given. */
    public Counts given(Tally tally) {
        return Counts.ofTags(tally, tags);
    }

    public int size() {
        return runs.stream().mapToInt(run -> run.patches().size()).sum();
    }

    public int columns() {
        return 7 + (selectable ? 1 : 0) + (showIds ? 1 : 0) + (tags.isEmpty() ? 0 : 1);
    }

    public String tagAbbreviations() {
        return tags.stream().map(Tag::abbrev).collect(Collectors.joining("/"));
    }

    public String tagNames() {
        return tags.stream().map(Tag::name).collect(Collectors.joining(" / "));
    }

    /** The heading's link, or null if this list cannot be ordered. */
    public @Nullable String orderedBy(Column column) {
        return order == null
                ? null
                : PageAddresses.query(query.with("order", order.clicked(column).parameter()));
    }

    public @Nullable String ariaSort(Column column) {
        if (order == null || order.column() != column) {
            return null;
        }
        return order.descending() ? "descending" : "ascending";
    }
}
