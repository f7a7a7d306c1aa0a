package io.patchbay.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of a store as text, to compare two of the same database. */
final class Rows {

    // Moments at which something was done, and how often.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "event.date",
                    "audit.date",
                    "kept_mail.id",
                    "kept_mail.received",
                    "kept_mail.attempts",
                    "waiting_mail.received",
                    "waiting_mail.id",
                    "flyway_schema_history.installed_on",
                    "flyway_schema_history.execution_time");

    /** Every patch, cover, comment, series, event and kept mail, told without ids of rows. */
    private static final Map<String, String> BY_MESSAGE_ID = new LinkedHashMap<>();

    static {
        BY_MESSAGE_ID.put(
                "patch",
                """
                select patch.msgid, patch.name, patch.date, patch.number, patch.hash, person.email,
                       person.name, state.slug, patch.comment_count, series.name, series.version,
                       series.total, series.received_total, cover.msgid, patch_text.packed
                  from patch
                  join person on person.id = patch.submitter_id
                  join state on state.id = patch.state_id
                  join patch_text on patch_text.patch_id = patch.id
                  left join series on series.id = patch.series_id
                  left join cover on cover.id = series.cover_id
                """);
        BY_MESSAGE_ID.put(
                "cover",
                """
                select cover.msgid, cover.name, cover.date, person.email, cover_text.packed
                  from cover
                  join person on person.id = cover.submitter_id
                  join cover_text on cover_text.cover_id = cover.id
                """);
        BY_MESSAGE_ID.put(
                "comment on patch",
                """
                select patch_comment.msgid, patch.msgid, patch_comment.packed
                  from patch_comment join patch on patch.id = patch_comment.patch_id
                """);
        BY_MESSAGE_ID.put(
                "comment on cover",
                """
                select cover_comment.msgid, cover.msgid, cover_comment.packed
                  from cover_comment join cover on cover.id = cover_comment.cover_id
                """);
        BY_MESSAGE_ID.put("reference", "select msgid from series_reference");
        BY_MESSAGE_ID.put(
                "tag",
                """
                select patch.msgid, patch_tag.tag_id, patch_tag.count
                  from patch_tag join patch on patch.id = patch_tag.patch_id
                """);
        BY_MESSAGE_ID.put(
                "tally",
                """
                select list, unit, project_id, span, kind, entries
                  from tally
                 where list <> 'event' and unit <> 'BLOCK'
                """);
        BY_MESSAGE_ID.put(
                "event",
                """
                select event.category, patch.msgid, series.name, cover.msgid,
                       patch_comment.msgid, cover_comment.msgid
                  from event
                  left join patch on patch.id = event.patch_id
                  left join series on series.id = event.series_id
                  left join cover on cover.id = event.cover_id
                  left join patch_comment on patch_comment.id = event.patch_comment_id
                  left join cover_comment on cover_comment.id = event.cover_comment_id
                """);
        BY_MESSAGE_ID.put("kept mail", "select digest, outcome, subject from kept_mail");
    }

    // The index of words has no rows of its own; how it lies in its tables depends on the batches.
    private static final String INDEX_OF_WORDS = "patch_name";

    // When a project is learnt depends on the batches; what is packed is compared unpacked.
    private static final Set<String> OF_PACKING = Set.of("mail_dictionary", "repacking");

    private Rows() {}

    /** Every column of every table, with all ids, but for moments at which something was done. */
    static Map<String, List<String>> everything(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            var told = new TreeMap<String, List<String>>();
            for (var table : tables(connection)) {
                var query =
                        "select %s from %s"
                                .formatted(String.join(", ", columns(connection, table)), table);
                told.put(
                        table,
                        rows(
                                connection,
                                table.equals("counter")
                                        ? query
                                                + " where name not in"
                                                + " ('event_date', 'kept_mail', 'mail_dictionary', 'waiting_mail')"
                                        : query));
            }
            return told;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found =
                connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                var table = found.getString("TABLE_NAME");
                if (!table.startsWith(INDEX_OF_WORDS) && !OF_PACKING.contains(table)) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var found =
                connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
            while (found.next()) {
                var column = found.getString("COLUMN_NAME");
                if (!LEFT_OUT.contains(table + "." + column)) {
                    columns.add(column);
                }
            }
        }
        return columns;
    }

    /** For stores into which the mails came in different orders. */
    static Map<String, List<String>> byMessageId(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            var told = new TreeMap<String, List<String>>();
            for (var entry : BY_MESSAGE_ID.entrySet()) {
                told.put(entry.getKey(), rows(connection, entry.getValue()));
            }
            return told;
        }
    }

    /** Of all that was filed. */
    static List<String> messageIds(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            return rows(
                    connection,
                    """
                    select msgid from patch union all select msgid from cover
                     union all select msgid from patch_comment
                     union all select msgid from cover_comment
                    """);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var packing = new PackedMails(connection);
            int columns = result.getMetaData().getColumnCount();
            var rows = new ArrayList<String>();
            while (result.next()) {
                var cells = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(
                            result.getMetaData().getColumnName(column).equals("packed")
                                    ? packing.unpacked(result.getBytes(column))
                                    : String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" | ", cells));
            }
            rows.sort(null);
            return rows;
        }
    }
}
