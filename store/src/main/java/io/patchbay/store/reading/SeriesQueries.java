package io.patchbay.store.reading;

import static java.util.stream.Collectors.toMap;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.database.StoreFailure;
import io.patchbay.store.query.Heads;
import io.patchbay.store.query.Join;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.store.query.Shape;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.reading.SeriesList;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

public final class SeriesQueries implements SeriesList {

    private static final Listing LISTING =
            new Listing(
                    ListDefinition.SERIES,
                    """
                    %s, series.id, series.name, series.date, %s,
                    series.version, series.total, series.received_total, %s
                    """
                            .formatted(
                                    ProjectQueries.PROJECT.of("project"),
                                    PersonQueries.PERSON.of("person"),
                                    Heads.cover("cover")),
                    List.of(
                            new Join("project", "project.id = series.project_id"),
                            new Join("person", "person.id = series.submitter_id"),
                            new Join("cover", "cover.id = series.cover_id")));

    private final Sql sql;

    public SeriesQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Series> list(Selection selection) {
        var page = LISTING.page(sql, selection, new Rows());
        fill(page.rows());
        return page;
    }

    @Override
    public Optional<Series> withId(long id) {
        var series = sql.list(LISTING.rows("where series.id = ?"), new Rows(), id);
        fill(series);
        return series.stream().findFirst();
    }

    /** Puts the patches, dependencies and dependents into series that were read without them. */
    private void fill(List<Series> shelf) {
        if (shelf.isEmpty()) {
            return;
        }
        var byId = shelf.stream().collect(toMap(Series::id, Function.identity()));
        var ids = new Ids(byId.keySet());
        sql.each(
                """
                select patch.series_id, %s
                  from patch
                 where %s
                 order by patch.series_id, patch.date, patch.id
                """
                        .formatted(Heads.patch("patch"), sql.dialect().among("patch.series_id")),
                row -> {
                    var series = at(byId, row.id());
                    return series.patches().add(Heads.patch(row, series.project()));
                },
                ids);
        sql.each(
                """
                select true, series_id, needs_id from series_dependency where %s
                 union all
                select false, needs_id, series_id from series_dependency where %s
                 order by 2, 3
                """
                        .formatted(
                                sql.dialect().among("series_id"), sql.dialect().among("needs_id")),
                row -> {
                    var needs = row.flag();
                    var series = at(byId, row.id());
                    return (needs ? series.dependencies() : series.dependents()).add(row.id());
                },
                ids,
                ids);
    }

    private static Series at(java.util.Map<Long, Series> byId, long id) {
        var series = byId.get(id);
        if (series == null) {
            throw new StoreFailure("series %d was not asked for".formatted(id));
        }
        return series;
    }

    private static final class Rows implements Row.Reader<Series> {

        private final Shape.Shared<Project> projects = ProjectQueries.PROJECT.shared();
        private final Shape.Shared<Person> people = PersonQueries.PERSON.shared();

        @Override
        public Series read(Row row) throws SQLException {
            var project = projects.read(row);
            return new Series(
                    row.id(),
                    project,
                    row.textOrNull(),
                    row.moment(),
                    people.read(row),
                    row.number(),
                    row.number(),
                    row.number(),
                    Heads.coverOrNull(row, project),
                    new ArrayList<PatchHead>(),
                    new ArrayList<Long>(),
                    new ArrayList<Long>());
        }
    }
}
