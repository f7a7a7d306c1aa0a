package io.patchbay.store.transaction;

import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.events.Event.Occurrence;
import io.patchbay.tracker.events.Part;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The columns of the event table that hold what an event is about, each the id of a row elsewhere.
 * A part of an event is kept in the column of its name; comments, which are in two tables, in that
 * of what they reply to.
 */
public enum EventColumn {
    PATCH,
    SERIES,
    COVER,
    PREVIOUS_STATE,
    CURRENT_STATE,
    PREVIOUS_DELEGATE,
    CURRENT_DELEGATE,
    CHECK,
    COVER_COMMENT,
    PATCH_COMMENT;

    /** What is kept of the events of one category, in the order of the parts. */
    public record Kept(List<Part<Occurrence>> parts, List<EventColumn> columns) {

        private static final List<Kept> OF_EACH =
                Arrays.stream(Category.values()).map(Kept::inColumns).toList();

        public static Kept of(Category category) {
            return OF_EACH.get(category.ordinal());
        }

        private static Kept inColumns(Category category) {
            var parts = new ArrayList<Part<Occurrence>>();
            var columns = new ArrayList<EventColumn>();
            for (var part : category.parts()) {
                if (!(part instanceof Part.Empty<?>)) {
                    parts.add(part);
                    columns.add(columnOf(part));
                }
            }
            return new Kept(List.copyOf(parts), List.copyOf(columns));
        }
    }

    /** The columns' names, separated by commas. */
    public static String names() {
        return Arrays.stream(values()).map(EventColumn::sql).collect(Collectors.joining(", "));
    }

    public String sql() {
        return name().toLowerCase(Locale.ROOT) + "_id";
    }

    private static EventColumn columnOf(Part<Occurrence> part) {
        var words = part.name().toUpperCase(Locale.ROOT).replace('-', '_');
        var name = part instanceof Part.OfComment<?> comment ? comment.on() + "_" + words : words;
        for (var column : values()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw new IllegalStateException(
                "the event table has no column for the part '%s'; add %s to EventColumn and to EventQueries, and the column by a migration"
                        .formatted(part.name(), name));
    }

    /** What the column of this part holds; null for nobody. */
    public static @Nullable Long idOf(Part<Occurrence> part, Occurrence what) {
        return switch (part) {
            case Part.OfCover<Occurrence>(_, var cover) -> cover.apply(what).id();
            case Part.OfPatch<Occurrence>(_, var patch) -> patch.apply(what).id();
            case Part.OfSeries<Occurrence>(_, var series) -> series.apply(what).id();
            case Part.OfComment<Occurrence>(_, _, var comment) -> comment.apply(what).id();
            case Part.OfCheck<Occurrence>(_, var check) -> check.apply(what).id();
            case Part.OfState<Occurrence>(_, var state) -> state.apply(what).id();
            case Part.OfUserOrNobody<Occurrence>(_, var user) -> {
                var somebody = user.apply(what);
                yield somebody == null ? null : somebody.id();
            }
            case Part.Empty<Occurrence> _ -> null;
        };
    }
}
