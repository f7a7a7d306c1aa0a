package io.patchbay.store.accounts;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.query.Join;
import io.patchbay.store.query.ListDefinition;
import io.patchbay.store.query.Listing;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.accounts.AuditEntry.Change;
import io.patchbay.tracker.accounts.AuditTrail;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

public final class AuditQueries implements AuditTrail {

    private static final Listing LISTING =
            new Listing(
                    ListDefinition.AUDIT,
                    """
                    audit.id, audit.date, audit.username, audit.token_id, audit.address,
                    audit.request, project.link_name, audit.object
                    """,
                    List.of(new Join("project", "project.id = audit.project_id")));

    private final Sql sql;

    public AuditQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<AuditEntry> list(Selection selection) {
        var page = LISTING.page(sql, selection, AuditQueries::entry);
        fill(page.rows());
        return page;
    }

    @Override
    public Optional<AuditEntry> withId(long id) {
        var found = sql.findOne(LISTING.rows("where audit.id = ?"), AuditQueries::entry, id);
        found.ifPresent(entry -> fill(List.of(entry)));
        return found;
    }

    private static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(
                row.id(),
                row.moment(),
                row.textOrNull(),
                row.idOrNull(),
                row.text(),
                row.text(),
                row.textOrNull(),
                row.text(),
                new ArrayList<>());
    }

    private void fill(List<AuditEntry> entries) {
        var byId = new HashMap<Long, AuditEntry>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        if (byId.isEmpty()) {
            return;
        }
        sql.each(
                """
                select audit_id, field, old_value, new_value
                  from audit_change
                 where %s
                 order by audit_id, position
                """
                        .formatted(sql.dialect().among("audit_id")),
                row -> {
                    var entry = byId.get(row.id());
                    var change = new Change(row.text(), row.textOrNull(), row.textOrNull());
                    return entry != null && entry.changes().add(change);
                },
                new Ids(byId.keySet()));
    }
}
