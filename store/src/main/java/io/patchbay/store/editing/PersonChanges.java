package io.patchbay.store.editing;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.AuditLog;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.accounts.AuditEntry;
import io.patchbay.tracker.editing.MovedMails;
import io.patchbay.tracker.editing.PersonMoves;
import io.patchbay.tracker.model.Person;

import java.util.List;
import java.util.Locale;

/** Whose mail is whose. The audit record has all that is moved, so that it can be put back. */
final class PersonChanges {

    private static final String PERSON = "person ";

    private final Transaction transaction;
    private final Sql sql;

    PersonChanges(Transaction transaction) {
        this.transaction = transaction;
        this.sql = transaction.sql();
    }

    long move(PersonMoves moves) {
        var entry = transaction.audit().of(null, "person", moves.from().id());
        for (var part : moves.parts()) {
            long to = part.to().id() == PersonMoves.NEW ? add(part.to(), entry) : part.to().id();
            for (var kind : MovedMails.Kind.values()) {
                var ids = part.of(kind);
                if (!ids.isEmpty()) {
                    var moved = new MovedMails(kind, moves.from().id(), to, ids);
                    set(moved.kind(), moved.from(), moved.to(), moved.ids());
                    entry.fields(List.of(moved.audited()));
                }
            }
        }
        return entry.keepAs();
    }

    private long add(Person person, AuditLog.Entry entry) {
        long id = transaction.ids().next("person");
        sql.update(
                "insert into person (id, email, email_key, name) values (?, ?, ?, ?)",
                id,
                person.email(),
                person.email().toLowerCase(Locale.ROOT),
                person.name());
        entry.field(PERSON + id, null, person.email());
        return id;
    }

    private void set(MovedMails.Kind kind, long from, long to, List<Long> ids) {
        int moved =
                sql.update(
                        "update %s set submitter_id = ? where submitter_id = ? and %s"
                                .formatted(
                                        kind.word().replace(' ', '_'), sql.dialect().among("id")),
                        to,
                        from,
                        new Ids(ids));
        if (moved != ids.size()) {
            throw new IllegalStateException(
                    "%d of %d (%s) were person %d's"
                            .formatted(moved, ids.size(), kind.word(), from));
        }
        if (kind == MovedMails.Kind.PATCH) {
            ids.forEach(transaction.versions()::changed);
        }
    }

    void moveBack(AuditEntry entry, List<MovedMails> moved) {
        long person = moved.getFirst().from();
        var undone = transaction.audit().of(null, "person", person);
        for (var one : moved) {
            set(one.kind(), one.to(), one.from(), one.ids());
            undone.fields(
                    List.of(new MovedMails(one.kind(), one.to(), one.from(), one.ids()).audited()));
        }
        for (var change : entry.changes()) {
            if (change.field().startsWith(PERSON) && change.before() == null) {
                removeIfEmpty(Long.parseLong(change.field().substring(PERSON.length())), undone);
            }
        }
        undone.keep();
    }

    private void removeIfEmpty(long person, AuditLog.Entry undone) {
        for (var kind : MovedMails.Kind.values()) {
            var table = kind.word().replace(' ', '_');
            if (sql.any("select 1 from " + table + " where submitter_id = ?", person)) {
                return;
            }
        }
        if (sql.update("delete from person where id = ? and account_id is null", person) > 0) {
            undone.field(PERSON + person, "made", null);
        }
    }
}
