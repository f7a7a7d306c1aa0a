package io.patchbay.store.importing;

import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.MailTable;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.model.MailText;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** The texts of imported mails. A mail that came here too stays as it came. */
final class ImportTexts {

    /** How the diff was encoded that another has taken the place of. */
    private static final String OTHER_DIFF =
            "update patch_text set diff_charset = null, diff_bytes = null where patch_id = ?";

    private final Sql sql;
    private final Packing packing;
    private final MailTable table;
    private final String insert;
    private final String update;
    private final String select;

    /**
     * @param table of patches or covers
     */
    ImportTexts(Transaction transaction, MailTable table) {
        sql = transaction.sql();
        packing = transaction.packing();
        insert =
                "insert into %s (%s, headers, packed) values (?, '', ?)"
                        .formatted(table.texts(), table.key());
        // What an earlier program wrote in clear goes; it would only take room.
        update =
                "update %s set %s, packed = ? where %s = ?"
                        .formatted(table.texts(), table.cleared(), table.key());
        select =
                "select %s from %s where %s = ?"
                        .formatted(table.columns(), table.texts(), table.key());
        this.table = table;
    }

    /**
     * @param text null if nothing is told of it: what is here stays
     */
    void keep(long id, long project, @Nullable MailText text) {
        var here = sql.findOne(select, row -> StoredText.of(table, row), id);
        if (here.isEmpty()) {
            var packed = text == null ? null : packing.pack(project, text, null);
            sql.update(insert, id, packed);
        } else if (text != null) {
            var before = here.get().unpacked(packing, sql);
            sql.update(update, packing.pack(project, text, here.get().raw(packing, sql)), id);
            if (before.diffEncoding() != null && !Objects.equals(before.diff(), text.diff())) {
                sql.update(OTHER_DIFF, id);
            }
        }
    }
}
