package io.patchbay.web.compare;

import gg.jte.html.HtmlContent;

import io.patchbay.diff.compare.DiffRow;
import io.patchbay.diff.compare.DiffRow.Change;
import io.patchbay.diff.compare.PatchPair;
import io.patchbay.diff.compare.PatchPair.Status;
import io.patchbay.tracker.compare.ComparedSeries.Row;
import io.patchbay.web.patch.DiffText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a comparison, with what is shown below the table if its patch changed.
 *
 * @param place from 1; the anchor of the pair
 * @param message how it changed; null if it did not
 * @param changes of the diff; null if it did not change
 * @param added lines of the newer patch that the older one lacks
 * @param leftOut lines that are too many for the page
 */
record PairView(
        int place,
        Row row,
        @Nullable HtmlContent message,
        @Nullable HtmlContent changes,
        int added,
        int removed,
        int shownLines,
        int leftOut) {

    /**
     * @param most lines that may be shown
     */
    static PairView of(int place, Row row, boolean isInterdiff, int most) {
        var pair = row.pair();
        if (row.status() != Status.CHANGED) {
            return new PairView(place, row, null, null, 0, 0, 0, 0);
        }
        var messages = pair.isMessageEqual() ? List.<DiffRow>of() : pair.messages();
        var diffs = pair.diffOfDiffsAlone();
        var shownMessage = messages.subList(0, Math.min(messages.size(), Math.max(0, most)));
        int room = Math.max(0, most - shownMessage.size());
        var interdiff = isInterdiff ? pair.interdiff() : "";
        int lines = isInterdiff ? (int) interdiff.lines().count() : diffs.size();
        int shown = Math.min(lines, room);
        return new PairView(
                place,
                row,
                messages.isEmpty() ? null : new ComparedLines(shownMessage),
                lines == 0
                        ? null
                        : isInterdiff
                                ? new DiffText(
                                        firstLines(interdiff, shown),
                                        "pair-%d-file-".formatted(place))
                                : new ComparedLines(diffs.subList(0, shown)),
                count(diffs, Change.ADDED),
                count(diffs, Change.REMOVED),
                shownMessage.size() + shown,
                messages.size() - shownMessage.size() + lines - shown);
    }

    private static String firstLines(String text, int count) {
        int end = 0;
        for (int line = 0; line < count; line++) {
            end = text.indexOf('\n', end) + 1;
        }
        return text.substring(0, end);
    }

    private static int count(List<DiffRow> rows, Change change) {
        return (int) rows.stream().filter(row -> row.change() == change).count();
    }

    static String word(Status status) {
        return switch (status) {
            case EQUAL -> "the same";
            case CHANGED -> "changed";
            case DROPPED -> "dropped";
            case ADDED -> "added";
        };
    }

    public boolean isChanged() {
        return row.status() == Status.CHANGED;
    }

    public String word() {
        return word(row.status());
    }

    /** What of a patch changed: {@code message, diff}. */
    public String parts() {
        var parts = new ArrayList<String>();
        if (message != null) {
            parts.add("message");
        }
        if (isAuthorChanged()) {
            parts.add("author");
        }
        if (added + removed > 0) {
            parts.add("diff");
        }
        return String.join(", ", parts);
    }

    /** The class of its row. */
    public String kind() {
        return switch (row.status()) {
            case EQUAL -> "same";
            case CHANGED -> "changed";
            case DROPPED -> "dropped";
            case ADDED -> "extra";
        };
    }

    public String sign() {
        return switch (row.status()) {
            case EQUAL -> "=";
            case CHANGED -> "~";
            case DROPPED -> "−";
            case ADDED -> "+";
        };
    }

    /** That of the newer patch, if there is one. */
    public String title() {
        var newer = row.pair().newer();
        return newer == null ? row.pair().title() : newer.patch().title();
    }

    /** The title of the older patch, if it was another; empty if not. */
    public String formerTitle() {
        var title = row.pair().title();
        return title.equals(title()) ? "" : title;
    }

    public boolean isAuthorChanged() {
        return !author(row.pair().older()).equals(author(row.pair().newer()));
    }

    public String olderAuthor() {
        return author(row.pair().older());
    }

    public String newerAuthor() {
        return author(row.pair().newer());
    }

    private static String author(PatchPair.@Nullable Numbered patch) {
        return patch == null ? "" : patch.patch().author();
    }
}
