package io.patchbay.store.reading;

import io.patchbay.store.accounts.UserQueries;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.database.StoreFailure;
import io.patchbay.store.query.Heads;
import io.patchbay.store.query.Join;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.store.transaction.EventColumn;
import io.patchbay.store.transaction.EventColumn.Kept;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.events.Event.Occurrence;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Comment.Parent.Kind;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.Events;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class EventQueries implements Events {

    /**
     * How the row that a column leads to is read.
     *
     * @param columns for the select list
     */
    private record Subject(EventColumn column, String columns, List<Join> joins, Reader reader) {

        Subject(EventColumn column, String columns, Join join, Reader reader) {
            this(column, columns, List.of(join), reader);
        }
    }

    /** Reads its own columns, also where nothing is there. */
    @FunctionalInterface
    private interface Reader {

        @Nullable Object read(Rows rows, Row row, Project project) throws SQLException;
    }

    /** One for each column; comments behind what they reply to. */
    private static final List<Subject> SUBJECTS =
            List.of(
                    new Subject(
                            EventColumn.PATCH,
                            Heads.patch("patch"),
                            new Join("patch", "patch.id = event.patch_id"),
                            (_, row, project) -> Heads.patchOrNull(row, project)),
                    new Subject(
                            EventColumn.SERIES,
                            Heads.series("series"),
                            new Join("series", "series.id = event.series_id"),
                            (rows, row, project) -> rows.heads.seriesOrNull(row, project)),
                    new Subject(
                            EventColumn.COVER,
                            Heads.cover("cover"),
                            new Join("cover", "cover.id = event.cover_id"),
                            (_, row, project) -> Heads.coverOrNull(row, project)),
                    state(EventColumn.PREVIOUS_STATE),
                    state(EventColumn.CURRENT_STATE),
                    user(EventColumn.PREVIOUS_DELEGATE),
                    user(EventColumn.CURRENT_DELEGATE),
                    new Subject(
                            EventColumn.CHECK,
                            CheckQueries.columns("patch_check", "checker"),
                            List.of(
                                    new Join("patch_check", "patch_check.id = event.check_id"),
                                    new Join(
                                            "account as checker",
                                            "checker.id = patch_check.account_id")),
                            (rows, row, _) -> CheckQueries.checkOrNull(row, rows.users)),
                    comment(
                            EventColumn.COVER_COMMENT,
                            rows ->
                                    rows.found(EventColumn.COVER) instanceof CoverHead cover
                                            ? new Parent(Kind.COVER, cover.id())
                                            : null),
                    comment(
                            EventColumn.PATCH_COMMENT,
                            rows ->
                                    rows.found(EventColumn.PATCH) instanceof PatchHead patch
                                            ? new Parent(Kind.PATCH, patch.id())
                                            : null));

    private static final Listing LISTING =
            new Listing(
                    ListDefinition.EVENTS,
                    "event.id, event.category, event.date, %s, %s, %s"
                            .formatted(
                                    ProjectQueries.PROJECT.of("project"),
                                    UserQueries.USER.of("actor"),
                                    SUBJECTS.stream()
                                            .map(Subject::columns)
                                            .collect(Collectors.joining(", "))),
                    Stream.concat(
                                    Stream.of(
                                            new Join("project", "project.id = event.project_id"),
                                            new Join(
                                                    "account as actor",
                                                    "actor.id = event.actor_id")),
                                    SUBJECTS.stream().flatMap(subject -> subject.joins().stream()))
                            .toList());

    private final Sql sql;

    public EventQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Event> list(Selection selection) {
        return LISTING.page(sql, selection, new Rows());
    }

    @Override
    public List<Event> after(long id, int limit) {
        return sql.list(
                LISTING.rows("where event.id > ? order by event.id limit ?"),
                new Rows(),
                id,
                limit);
    }

    @Override
    public long newest() {
        return sql.one("select coalesce(max(id), 0) from event", Row::id);
    }

    private static Subject state(EventColumn column) {
        var table = column.name().toLowerCase(Locale.ROOT);
        return new Subject(
                column,
                ProjectQueries.STATE.of(table),
                new Join("state as " + table, table + ".id = event." + column.sql()),
                (rows, row, _) -> rows.states.readOrNull(row));
    }

    private static Subject user(EventColumn column) {
        var table = column.name().toLowerCase(Locale.ROOT);
        return new Subject(
                column,
                UserQueries.USER.of(table),
                new Join("account as " + table, table + ".id = event." + column.sql()),
                (rows, row, _) -> rows.users.readOrNull(row));
    }

    private static Subject comment(EventColumn column, Function<Rows, @Nullable Parent> parent) {
        var table = column.name().toLowerCase(Locale.ROOT);
        return new Subject(
                column,
                Heads.comment(table),
                new Join(table, table + ".id = event." + column.sql()),
                (rows, row, project) -> {
                    var on = parent.apply(rows);
                    return on == null
                            ? Heads.noComment(row)
                            : Heads.commentOrNull(row, on, project);
                });
    }

    /** Reads the rows of one result, one after the other. */
    private static final class Rows implements Row.Reader<Event> {

        private final Heads heads = new Heads();
        private final Shape.Shared<Project> projects = ProjectQueries.PROJECT.shared();
        private final Shape.Shared<State> states = ProjectQueries.STATE.shared();
        private final Shape.Shared<User> users = UserQueries.USER.shared();

        /** What the row that is read is about, by column. */
        private final @Nullable Object[] found = new @Nullable Object[EventColumn.values().length];

        @Override
        public Event read(Row row) throws SQLException {
            var id = row.id();
            var category = Category.of(row.text());
            var date = row.moment();
            var project = projects.read(row);
            var actor = users.readOrNull(row);
            for (int i = 0; i < SUBJECTS.size(); i++) {
                var subject = SUBJECTS.get(i);
                found[subject.column().ordinal()] = subject.reader().read(this, row, project);
            }
            return new Event(id, project, date, actor, occurrence(id, category));
        }

        @Nullable Object found(EventColumn column) {
            return found[column.ordinal()];
        }

        private Occurrence occurrence(long id, Category category) {
            var kept = Kept.of(category);
            var values = new @Nullable Object[kept.columns().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = found(kept.columns().get(i));
                if (values[i] == null && !kept.parts().get(i).optional()) {
                    throw new StoreFailure(
                            "event %d is a '%s' and must have its %s, but '%s' leads nowhere; delete the event, or set what is missing"
                                    .formatted(
                                            id,
                                            category.label(),
                                            kept.parts().get(i).name(),
                                            kept.columns().get(i).sql()));
                }
            }
            return category.make(values);
        }
    }
}
