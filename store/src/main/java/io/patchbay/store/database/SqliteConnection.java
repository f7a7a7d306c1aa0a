package io.patchbay.store.database;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A connection that keeps its prepared statements, which the driver does not do. */
final class SqliteConnection implements Sql.Statements, AutoCloseable {

    private static final int KEPT = 250;

    private final Connection connection;
    private final Sql sql;
    private final LinkedHashMap<String, PreparedStatement> kept =
            new LinkedHashMap<>(2 * KEPT, 0.75f, true);

    SqliteConnection(Connection connection, Consumer<String> observer) {
        this.connection = connection;
        this.sql = new Sql(Dialect.SQLITE, this, observer);
    }

    <T> T transaction(String begin, Function<Sql, T> work) {
        run(begin);
        try {
            var result = work.apply(sql);
            run("commit");
            return result;
        } catch (Throwable e) {
            undo(e);
            throw e;
        }
    }

    private void undo(Throwable reason) {
        // Not a kept statement: nothing may stand in the way of this one.
        try (var statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            // Some failures, such as a full disk, have undone the transaction by themselves.
            reason.addSuppressed(e);
        }
    }

    private void run(String command) {
        try {
            var statement = take(command);
            try {
                statement.execute();
                giveBack(command, statement);
            } catch (SQLException e) {
                Sql.discard(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFailure.of(e.getMessage() + " at: " + command, e);
        }
    }

    /** A statement that is in use is absent from the kept ones, so the same SQL may be nested. */
    @Override
    public PreparedStatement take(String text) throws SQLException {
        var statement = kept.remove(text);
        return statement != null ? statement : connection.prepareStatement(text);
    }

    @Override
    public void giveBack(String text, PreparedStatement statement) throws SQLException {
        closeIfAny(kept.put(text, statement));
        if (kept.size() > KEPT) {
            Map.Entry<String, PreparedStatement> oldest = kept.pollFirstEntry();
            oldest.getValue().close();
        }
    }

    private static void closeIfAny(@Nullable PreparedStatement statement) throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }

    @Override
    public void close() {
        try {
            for (var statement : kept.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw new StoreFailure("cannot close the database: " + e.getMessage(), e);
        }
    }
}
