package io.patchbay.store.importing;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.importing.ImportConflict;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedSeries;

/** Series of another tracker. */
final class ImportSeries {

    private final Transaction transaction;
    private final Sql sql;

    ImportSeries(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    void keep(ImportedSeries series, Completeness told) {
        var project =
                sql.findOne("select project_id from series where id = ?", Row::id, series.id());
        if (project.isEmpty()) {
            insert(series);
        } else if (project.get() != series.projectId()) {
            throw new ImportConflict(
                    "series " + series.id(),
                    "of project " + series.projectId(),
                    "one of project " + project.get());
        } else if (told == Completeness.WHOLE) {
            update(series);
        } else if (series.coverId() != null) {
            sql.update(
                    "update series set cover_id = coalesce(cover_id, ?) where id = ?",
                    series.coverId(),
                    series.id());
        }
        refer(series);
        if (told == Completeness.WHOLE) {
            depend(series);
        }
    }

    /** Replies to its cover that arrive here will find it. */
    private void refer(ImportedSeries series) {
        if (series.coverId() != null) {
            sql.update(
                    """
                    insert into series_reference (project_id, msgid, series_id)
                    select project_id, msgid, ? from cover where id = ?
                    on conflict (project_id, msgid) do nothing
                    """,
                    series.id(),
                    series.coverId());
        }
    }

    private void insert(ImportedSeries series) {
        transaction.ids().used("series", series.id());
        transaction.tallies().series(series.projectId(), series.id(), series.date(), 1);
        sql.update(
                """
                insert into series (
                    id, project_id, cover_id, name, date, submitter_id, version, total)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                series.id(),
                series.projectId(),
                series.coverId(),
                series.name(),
                series.date(),
                series.submitterId(),
                series.version(),
                series.total());
    }

    private void update(ImportedSeries series) {
        var before = sql.one("select date from series where id = ?", Row::moment, series.id());
        transaction.tallies().series(series.projectId(), series.id(), before, -1);
        transaction.tallies().series(series.projectId(), series.id(), series.date(), 1);
        sql.update(
                """
                update series
                   set cover_id = coalesce(?, cover_id),
                       name = ?, date = ?, submitter_id = ?, version = ?, total = ?
                 where id = ?
                """,
                series.coverId(),
                series.name(),
                series.date(),
                series.submitterId(),
                series.version(),
                series.total(),
                series.id());
    }

    private void depend(ImportedSeries series) {
        for (var needed : series.dependencies()) {
            sql.update(
                    """
                    insert into series_dependency (series_id, needs_id)
                    select ?, id from series where id = ?
                    on conflict (series_id, needs_id) do nothing
                    """,
                    series.id(),
                    needed);
        }
    }
}
