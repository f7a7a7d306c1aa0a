package io.patchbay.store.filing;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.mails.KeptMail;
import io.patchbay.tracker.mails.KeptMails;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

public final class KeptMailQueries implements KeptMails {

    // The words of the partial index, which serves only conditions that repeat them.
    private static final String IN_QUARANTINE =
            "outcome in ('broken', 'unknown-list', 'holds-diff', 'other-text')";

    private static final String COLUMNS =
            """
            select id, received, archived, list_id, origin, subject, outcome, reason, attempts, size
              from kept_mail
            """;

    private final Sql sql;

    public KeptMailQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<KeptMail> list(boolean everything, long after, int most) {
        return sql.list(
                "%s where id > ? %s order by id limit ?"
                        .formatted(COLUMNS, everything ? "" : "and " + IN_QUARANTINE),
                KeptMailQueries::mail,
                after,
                most);
    }

    @Override
    public Optional<KeptMail> find(long id) {
        return sql.findOne(COLUMNS + " where id = ?", KeptMailQueries::mail, id);
    }

    private static KeptMail mail(Row row) throws SQLException {
        return new KeptMail(
                row.id(),
                row.moment(),
                row.flag(),
                row.textOrNull(),
                row.text(),
                row.text(),
                KeptMailRows.outcome(row.text()),
                row.textOrNull(),
                row.number(),
                row.id());
    }

    @Override
    public Optional<byte[]> packed(long id) {
        return sql.findOne("select raw from kept_mail where id = ?", Row::bytes, id);
    }

    @Override
    public long missing() {
        return sql.one(
                "select count(*) from kept_mail where size = 0 and " + IN_QUARANTINE, Row::id);
    }

    @Override
    public long quarantined() {
        return sql.one("select count(*) from kept_mail where " + IN_QUARANTINE, Row::id);
    }
}
