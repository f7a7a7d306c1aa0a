package io.patchbay.store.accounts;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Tallies;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.accounts.AuditKeeping;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

public final class AuditRows implements AuditKeeping {

    private record Entry(long id, @Nullable Long project, Instant date) {}

    private final Sql sql;
    private final Tallies tallies;

    public AuditRows(Transaction transaction) {
        this.sql = transaction.sql();
        this.tallies = transaction.tallies();
    }

    @Override
    public int forget(Instant before, int most) {
        var old =
                sql.list(
                        """
                        select id, project_id, date
                          from audit
                         where date < ?
                         order by date
                         limit ?
                        """,
                        row -> new Entry(row.id(), row.idOrNull(), row.moment()),
                        before,
                        most);
        for (var entry : old) {
            tallies.audit(entry.project, entry.id, entry.date, -1);
        }
        return sql.update(
                "delete from audit where " + sql.dialect().among("id"),
                new Ids(old.stream().map(Entry::id).toList()));
    }
}
