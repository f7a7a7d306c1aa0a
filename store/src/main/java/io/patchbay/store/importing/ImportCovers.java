package io.patchbay.store.importing;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.MailTable;
import io.patchbay.store.transaction.Tallies;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedCover;

/** Cover letters of another tracker. */
final class ImportCovers {

    private final Sql sql;
    private final Tallies tallies;
    private final ImportPlace places;
    private final ImportTexts texts;

    ImportCovers(Transaction transaction) {
        this.sql = transaction.sql();
        this.tallies = transaction.tallies();
        this.places = ImportPlace.ofMail(transaction, "cover");
        this.texts = new ImportTexts(transaction, MailTable.COVER);
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
            texts.keep(cover.id(), cover.projectId(), cover.text());
        }
    }
}
