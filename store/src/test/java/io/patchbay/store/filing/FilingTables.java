package io.patchbay.store.filing;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.WriteTransaction;
import io.patchbay.store.database.Sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that filing writes, as text: table by table, row by row. */
final class FilingTables {

    /** Without what tells when a mail was filed, and with how many others at once. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(
                "counter",
                "name, case when name = 'event_date' or name = 'patch_version' or name = 'waiting_mail' then 0 else value end");
        COLUMNS.put("person", "id, email, email_key, name, account_id");
        COLUMNS.put("cover", "id, project_id, msgid, date, name, submitter_id");
        COLUMNS.put("cover_text", "cover_id, packed");
        COLUMNS.put(
                "series",
                "id, project_id, cover_id, name, date, submitter_id, version, total, received_total");
        COLUMNS.put("series_reference", "project_id, msgid, series_id");
        COLUMNS.put("series_dependency", "series_id, needs_id");
        COLUMNS.put(
                "patch",
                "id, project_id, msgid, date, name, submitter_id, state_id, delegate_id, archived,"
                        + " pull_url, hash, series_id, number, comment_count");
        COLUMNS.put("patch_text", "patch_id, packed, diff_charset");
        COLUMNS.put("patch_tag", "patch_id, tag_id, count");
        COLUMNS.put("version_claim", "series_id, kind, value, version");
        COLUMNS.put("version_title", "title, series_id");
        COLUMNS.put("version_link", "series_id, earlier_id, source, score");
        COLUMNS.put("tally", "list, unit, project_id, span, kind, entries");
        COLUMNS.put("cover_comment", "id, cover_id, msgid, date, submitter_id, packed, addressed");
        COLUMNS.put("patch_comment", "id, patch_id, msgid, date, submitter_id, packed, addressed");
        COLUMNS.put("mail_thread", "msgid, thread");
        COLUMNS.put("waiting_mail", "project_id, msgid, archived, digest, raw");
        COLUMNS.put("waiting_for", "awaited, project_id, msgid");
        COLUMNS.put(
                "event",
                "id, project_id, category, patch_id, series_id, cover_id, cover_comment_id,"
                        + " patch_comment_id");
    }

    private FilingTables() {}

    static Map<String, List<String>> of(DatabaseStore store) {
        return store.write(writing -> {
            var tables = new LinkedHashMap<String, List<String>>();
            var sql = ((WriteTransaction) writing).transaction().sql();
            COLUMNS.forEach((table, columns) -> tables.put(table, rows(sql, table, columns)));
            return tables;
        });
    }

    private static List<String> rows(Sql sql, String table, String columns) {
        int width = columns.split(",").length;
        var rows =
                sql.list(
                        "select %s from %s".formatted(columns, table),
                        row -> {
                            var cells = new StringBuilder();
                            for (int i = 0; i < width; i++) {
                                cells.append(row.textOrNull()).append(" | ");
                            }
                            return cells.toString();
                        });
        rows.sort(null);
        return rows;
    }
}
