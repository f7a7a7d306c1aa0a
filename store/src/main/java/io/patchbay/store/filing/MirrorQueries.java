package io.patchbay.store.filing;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.mails.ListMirror;
import io.patchbay.tracker.mails.ListMirrors;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

public final class MirrorQueries implements ListMirrors {

    private static final String COLUMNS =
            """
            select project_id, location, newest, pause, due, looked, failures, trouble
              from list_mirror
            """;

    private final Sql sql;

    public MirrorQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<ListMirror> all() {
        return sql.list(COLUMNS + " order by project_id", MirrorQueries::mirror);
    }

    @Override
    public Optional<ListMirror> of(long projectId) {
        return sql.findOne(COLUMNS + " where project_id = ?", MirrorQueries::mirror, projectId);
    }

    private static ListMirror mirror(Row row) throws SQLException {
        return new ListMirror(
                row.id(),
                row.text(),
                row.idOrNull(),
                Duration.ofSeconds(row.id()),
                row.moment(),
                row.momentOrNull(),
                row.number(),
                row.textOrNull());
    }
}
