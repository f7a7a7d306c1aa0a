package io.patchbay.store.importing;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Tallies;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedCover;
import io.patchbay.tracker.model.MailText;

import org.jspecify.annotations.Nullable;

/** Cover letters of another tracker. */
final class ImportCovers {

    private final Sql sql;
    private final Tallies tallies;
    private final ImportPlace places;

    ImportCovers(Transaction transaction) {
        this.sql = transaction.sql();
        this.tallies = transaction.tallies();
        this.places = ImportPlace.ofMail(transaction, "cover");
    }

    void keep(ImportedCover cover, Completeness told) {
        boolean isHere = places.isHere(cover.id(), cover.msgid(), cover.projectId());
        if (!isHere) {
            tallies.cover(cover.projectId(), cover.id(), cover.date(), 1);
            sql.update(
                    """
                    insert into cover (id, project_id, msgid, date, name, submitter_id)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    cover.id(),
                    cover.projectId(),
                    cover.msgid(),
                    cover.date(),
                    cover.name(),
                    cover.submitterId());
        } else if (told == Completeness.WHOLE) {
            var before = sql.one("select date from cover where id = ?", Row::moment, cover.id());
            tallies.cover(cover.projectId(), cover.id(), before, -1);
            tallies.cover(cover.projectId(), cover.id(), cover.date(), 1);
            sql.update(
                    "update cover set date = ?, name = ?, submitter_id = ? where id = ?",
                    cover.date(),
                    cover.name(),
                    cover.submitterId(),
                    cover.id());
        }
        if (!isHere || told == Completeness.WHOLE) {
            keepText(cover.id(), cover.text());
        }
    }

    private void keepText(long id, @Nullable MailText text) {
        if (text == null) {
            sql.update(
                    """
                    insert into cover_text (cover_id, headers, content) values (?, '', null)
                    on conflict (cover_id) do nothing
                    """,
                    id);
            return;
        }
        sql.update(
                """
                insert into cover_text (cover_id, headers, content) values (?, ?, ?)
                on conflict (cover_id)
                do update set headers = excluded.headers, content = excluded.content
                """,
                id,
                text.headers(),
                text.content());
    }
}
