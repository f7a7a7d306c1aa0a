package io.patchbay.store.packing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.diff.DiffEncoding;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.model.MailText;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/**
 * The columns of a text as they stand in a row: packed, or in clear where an earlier program wrote
 * it. Unpacking may ask the database for a dictionary, so it waits until all rows are read.
 */
public record StoredText(
        String headers,
        @Nullable String content,
        @Nullable String diff,
        byte @Nullable [] packed,
        @Nullable DiffEncoding diffEncoding) {

    public static final String PATCH = "headers, content, diff, packed, " + DiffColumns.NAMES;

    /** Covers and comments have no diff. */
    public static final String COLUMNS = "headers, content, packed";

    public static StoredText ofPatch(Row row) throws SQLException {
        return new StoredText(
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.bytesOrNull(),
                DiffColumns.read(row));
    }

    public static StoredText of(Row row) throws SQLException {
        return new StoredText(row.text(), row.textOrNull(), null, row.bytesOrNull(), null);
    }

    /** Of the columns of this table. */
    public static StoredText of(MailTable table, Row row) throws SQLException {
        return table == MailTable.PATCH ? ofPatch(row) : of(row);
    }

    /** What a packer would see of it first. */
    public byte[] sample(Packing packing, Sql sql) {
        var raw = raw(packing, sql);
        if (raw != null) {
            return raw;
        }
        var text = unpacked(packing, sql);
        return (text.headers() + "\n\n" + text.content() + text.diff()).getBytes(UTF_8);
    }

    public MailText unpacked(Packing packing, Sql sql) {
        if (packed == null) {
            return new MailText(headers, content, diff, diffEncoding);
        }
        var text = packing.text(packed, sql);
        return new MailText(text.headers(), text.content(), text.diff(), diffEncoding);
    }

    /** The mail as it came; null if it is not kept. */
    public byte @Nullable [] raw(Packing packing, Sql sql) {
        return packed == null ? null : packing.raw(packed, sql);
    }
}
