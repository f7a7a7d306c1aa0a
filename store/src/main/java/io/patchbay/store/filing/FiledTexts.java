package io.patchbay.store.filing;

import io.patchbay.store.database.Sql;
import io.patchbay.store.database.Texts;
import io.patchbay.store.packing.MailTable;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.model.MailText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was read of mails that are here, whatever was made of them. */
final class FiledTexts {

    private final Sql sql;
    private final Packing packing;

    FiledTexts(Transaction transaction) {
        sql = transaction.sql();
        packing = transaction.packing();
    }

    Map<Long, Map<String, List<MailText>>> of(Map<Long, Set<String>> msgids) {
        var texts = new HashMap<Long, Map<String, List<MailText>>>();
        msgids.forEach((project, ofProject) -> {
            var found = new HashMap<String, List<MailText>>();
            for (var table : MailTable.values()) {
                for (var row : rows(project, ofProject, table)) {
                    found.computeIfAbsent(row.msgid(), _ -> new ArrayList<>(1))
                            .add(row.text().unpacked(packing, sql));
                }
            }
            texts.put(project, found);
        });
        return texts;
    }

    private record Filed(String msgid, StoredText text) {}

    private List<Filed> rows(long project, Set<String> msgids, MailTable table) {
        var join =
                table.isOfComments()
                        ? "join PARENT on PARENT.id = MAIL.PARENT_id"
                        : "join TEXTS on TEXTS.KEY = MAIL.id";
        return sql.list(
                """
                select MAIL.msgid, COLUMNS
                  from MAIL
                  JOIN
                 where AMONG
                   and PROJECT = ?
                """
                        .replace("JOIN", join)
                        .replace("AMONG", sql.dialect().among("MAIL.msgid"))
                        .replace("COLUMNS", table.columns(table.texts()))
                        .replace("TEXTS", table.texts())
                        .replace("KEY", table.key())
                        .replace(
                                "PROJECT",
                                sql.dialect().lookedAtLast(table.parent() + ".project_id"))
                        .replace("PARENT", table.parent())
                        .replace("MAIL", table.table()),
                row -> new Filed(row.text(), StoredText.of(table, row)),
                new Texts(msgids),
                project);
    }
}
