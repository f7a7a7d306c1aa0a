package io.patchbay.diff.compare;

import io.patchbay.diff.compare.DiffRow.Change;
import io.patchbay.diff.compare.PatchPair.Numbered;
import io.patchbay.diff.compare.PatchPair.Status;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** A comparison as {@code git range-diff} prints it, with or without its colours. */
public final class RangeDiffText {

    private static final String INDENT = " ".repeat(4);

    private final Function<SeriesPatch, String> ids;
    private final Palette palette;
    private final StringBuilder text = new StringBuilder();
    private int width;
    private String dashes = "";

    private RangeDiffText(Function<SeriesPatch, String> ids, Palette palette) {
        this.ids = ids;
        this.palette = palette;
    }

    /**
     * @param ids what stands where git has the abbreviated id of a commit; all of one length
     */
    public static String plain(SeriesComparison comparison, Function<SeriesPatch, String> ids) {
        return new RangeDiffText(ids, Palette.NONE).of(comparison);
    }

    /** Like {@link #plain}, with the colours that git has by default, for a terminal. */
    public static String coloured(SeriesComparison comparison, Function<SeriesPatch, String> ids) {
        return new RangeDiffText(ids, Palette.GIT).of(comparison);
    }

    private String of(SeriesComparison comparison) {
        width = Integer.toString(1 + comparison.longerVersion()).length();
        for (var pair : comparison.pairs()) {
            addHeader(pair);
            for (var row : pair.diffOfDiffs()) {
                add(row);
            }
        }
        return text.toString();
    }

    private void addHeader(PatchPair pair) {
        var whole = palette.of(pair.status());
        boolean isChanged = pair.status() == Status.CHANGED;
        text.append(isChanged ? palette.removed() : whole);
        addPatch(pair.older(), pair.newer());
        text.append(' ').append(isChanged ? palette.reset() + whole : "");
        text.append(pair.status().sign());
        text.append(isChanged ? palette.reset() + palette.added() : "").append(' ');
        addPatch(pair.newer(), pair.older());
        text.append(isChanged ? palette.reset() + whole : "");
        text.append(' ').append(pair.title()).append(palette.reset()).append('\n');
    }

    private void addPatch(@Nullable Numbered patch, @Nullable Numbered other) {
        if (patch == null) {
            var id = other == null ? "" : ids.apply(other.patch());
            dashes = dashes.length() == id.length() ? dashes : "-".repeat(id.length());
            text.append(" ".repeat(width - 1)).append("-:  ").append(dashes);
        } else {
            var number = Integer.toString(patch.number());
            text.append(" ".repeat(width - number.length())).append(number);
            text.append(":  ").append(ids.apply(patch.patch()));
        }
    }

    private void add(DiffRow row) {
        text.append(INDENT);
        if (row.change() == Change.HUNK) {
            palette.addHunk(text, row.text());
        } else {
            palette.add(text, row);
        }
        text.append('\n');
    }
}
