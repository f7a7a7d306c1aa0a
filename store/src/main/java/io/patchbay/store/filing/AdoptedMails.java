package io.patchbay.store.filing;

import static java.util.stream.Collectors.groupingBy;

import io.patchbay.store.database.Sql;
import io.patchbay.store.database.Texts;
import io.patchbay.store.packing.MailTable;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.filing.Changes.Again;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mails that come again and were filed when mails were not kept, or were imported: what was made of
 * them gets them now. What was read from them stays as it is.
 */
final class AdoptedMails {

    private final Sql sql;
    private final Packing packing;

    AdoptedMails(Transaction transaction) {
        sql = transaction.sql();
        packing = transaction.packing();
    }

    void write(List<Again> mails) {
        mails.stream()
                .collect(groupingBy(Again::project))
                .forEach((project, ofProject) -> {
                    var byId = new HashMap<String, Again>();
                    ofProject.forEach(mail -> byId.putIfAbsent(mail.msgid(), mail));
                    for (var table : MailTable.values()) {
                        write(project, byId, table);
                    }
                });
    }

    /** A row that lacks its mail. */
    private record Lacking(long id, String msgid, StoredText text) {}

    private void write(long project, Map<String, Again> mails, MailTable table) {
        var update =
                sql.batch(
                        "update %s set %s, packed = ? where %s = ?"
                                .formatted(table.texts(), table.cleared(), table.key()));
        for (var row : lacking(project, mails, table)) {
            var mail = mails.get(row.msgid());
            var raw =
                    mail == null ? null : packing.raw(mail.content().packed(packing, project), sql);
            if (raw != null) {
                update.add(packing.pack(project, row.text().unpacked(packing, sql), raw), row.id());
            }
        }
        update.run();
    }

    private List<Lacking> lacking(long project, Map<String, Again> mails, MailTable table) {
        var join =
                table.isOfComments()
                        ? "join PARENT on PARENT.id = MAIL.PARENT_id"
                        : "join TEXTS on TEXTS.KEY = MAIL.id";
        return sql.list(
                """
                select MAIL.id, MAIL.msgid, COLUMNS
                  from MAIL
                  JOIN
                 where AMONG
                   and PROJECT = ?
                   and LACKING
                """
                        .replace("JOIN", join)
                        .replace("AMONG", sql.dialect().among("MAIL.msgid"))
                        .replace("COLUMNS", table.columns(table.texts()))
                        .replace("LACKING", StoredText.LACKING)
                        .replace("TEXTS", table.texts())
                        .replace("KEY", table.key())
                        .replace(
                                "PROJECT",
                                sql.dialect().lookedAtLast(table.parent() + ".project_id"))
                        .replace("PARENT", table.parent())
                        .replace("MAIL", table.table()),
                row -> new Lacking(row.id(), row.text(), StoredText.of(table, row)),
                new Texts(mails.keySet()),
                project,
                StoredText.NEITHER,
                StoredText.LEARNT);
    }
}
