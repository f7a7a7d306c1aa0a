package io.patchbay.store.database;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Sends the rows of a plain insert as one COPY, where there are many: PostgreSQL takes them for
 * much less than it takes as many inserts.
 */
final class CopiedInserts {

    private static final Pattern PLAIN_INSERT =
            Pattern.compile("insert into (\\w+) (\\([\\w\\s,]+\\))\\s+values \\([?\\s,]+\\)");

    // A COPY is not prepared: it is read and planned anew each time.
    private static final int FEWEST_ROWS = 10;

    private record Target(String copy, List<CopiedRows.Column> columns) {}

    private final Map<String, Optional<Target>> targets = new ConcurrentHashMap<>();

    /** Does nothing and returns false if this is not a plain insert of many rows. */
    boolean run(Connection connection, String sql, List<@Nullable Object[]> rows)
            throws SQLException {
        if (rows.size() < FEWEST_ROWS) {
            return false;
        }
        var known = targets.get(sql);
        if (known == null) {
            known = targetOf(connection, sql);
            targets.put(sql, known);
        }
        if (known.isEmpty()) {
            return false;
        }
        copy(connection, known.get(), rows);
        return true;
    }

    private static Optional<Target> targetOf(Connection connection, String sql)
            throws SQLException {
        var insert = PLAIN_INSERT.matcher(sql.strip());
        if (!insert.matches()) {
            return Optional.empty();
        }
        var table = insert.group(1);
        var columns = insert.group(2);
        return Optional.of(
                new Target(
                        "copy %s %s from stdin (format binary)".formatted(table, columns),
                        columnsOf(connection, table, columns)));
    }

    private static List<CopiedRows.Column> columnsOf(
            Connection connection, String table, String names) throws SQLException {
        var query = "select %s from %s".formatted(names.substring(1, names.length() - 1), table);
        // It is only described, not run.
        try (var statement = connection.prepareStatement(query)) {
            var described = statement.getMetaData();
            var columns = new ArrayList<CopiedRows.Column>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                columns.add(CopiedRows.Column.of(described.getColumnTypeName(i)));
            }
            return columns;
        }
    }

    private static void copy(Connection connection, Target target, List<@Nullable Object[]> rows)
            throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(target.copy);
        try {
            var out = new CopiedRows(copy, target.columns);
            for (var row : rows) {
                out.add(row);
            }
            out.end();
        } catch (Throwable e) {
            cancel(copy, e);
            throw e;
        }
    }

    private static void cancel(CopyIn copy, Throwable reason) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
