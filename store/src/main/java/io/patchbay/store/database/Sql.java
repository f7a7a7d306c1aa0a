package io.patchbay.store.database;

import org.jspecify.annotations.Nullable;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SQL within one transaction: a statement, how its rows are read, its arguments. */
public final class Sql {

    /** Where prepared statements come from and go back to. */
    interface Statements {
        PreparedStatement take(String sql) throws SQLException;

        void giveBack(String sql, PreparedStatement statement) throws SQLException;

        /** Does nothing and returns false if there is no quicker way than the statement itself. */
        default boolean runQuickly(String sql, List<@Nullable Object[]> rows) throws SQLException {
            return false;
        }
    }

    private final Dialect dialect;
    private final Statements statements;
    private final Consumer<String> observer;

    Sql(Dialect dialect, Statements statements, Consumer<String> observer) {
        this.dialect = dialect;
        this.statements = statements;
        this.observer = observer;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The only row, if there is one. */
    public <T> Optional<T> findOne(
            String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        var rows = list(sql, reader, arguments);
        if (rows.size() > 1) {
            throw new StoreFailure(
                    "expected at most one row, but %d came of: %s".formatted(rows.size(), sql));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** The only row of a statement that always has one, such as a count. */
    public <T> T one(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return findOne(sql, reader, arguments)
                .orElseThrow(() -> new StoreFailure("expected a row, but none came of: " + sql));
    }

    public <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        var rows = new ArrayList<T>();
        each(sql, row -> rows.add(reader.read(row)), arguments);
        return rows;
    }

    /** Whether there is any row. */
    public boolean any(String sql, @Nullable Object... arguments) {
        return !list(sql, row -> true, arguments).isEmpty();
    }

    /** Hands each row to a visitor, who must not run further SQL. */
    public void each(String sql, Row.Reader<?> visitor, @Nullable Object... arguments) {
        int unused =
                with(
                        sql,
                        statement -> {
                            bind(statement, dialect.asked(arguments));
                            try (var result = statement.executeQuery()) {
                                var row = new Row(result);
                                while (row.next()) {
                                    visitor.read(row);
                                }
                            }
                            return 0;
                        });
    }

    /** Returns how many rows were written. */
    public int update(String sql, @Nullable Object... arguments) {
        return with(
                sql,
                statement -> {
                    bind(statement, arguments);
                    return statement.executeUpdate();
                });
    }

    public Batch batch(String sql) {
        return new Batch(this, sql);
    }

    /** Runs one statement for many rows of arguments, in one go. */
    void run(String sql, List<@Nullable Object[]> rows) {
        int unused =
                attempt(
                        sql,
                        () ->
                                statements.runQuickly(sql, rows)
                                        ? rows.size()
                                        : use(sql, statement -> runBatch(statement, rows)));
    }

    private int runBatch(PreparedStatement statement, List<@Nullable Object[]> rows)
            throws SQLException {
        for (var arguments : rows) {
            bind(statement, arguments);
            statement.addBatch();
        }
        statement.executeBatch();
        statement.clearBatch();
        return rows.size();
    }

    /** What is done with a prepared statement; returns a number of rows. */
    private interface Work {
        int on(PreparedStatement statement) throws SQLException;
    }

    private int with(String sql, Work work) {
        return attempt(sql, () -> use(sql, work));
    }

    private interface Attempt {
        int run() throws SQLException;
    }

    private int attempt(String sql, Attempt attempt) {
        observer.accept(sql);
        try {
            return attempt.run();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private int use(String sql, Work work) throws SQLException {
        var statement = statements.take(sql);
        try {
            int rows = work.on(statement);
            statements.giveBack(sql, statement);
            return rows;
        } catch (Throwable e) {
            discard(statement, e);
            throw e;
        }
    }

    /** One that failed is not used again: SQLite's driver leaves it in the middle of its work. */
    static void discard(PreparedStatement statement, Throwable reason) {
        try {
            statement.close();
        } catch (SQLException e) {
            // SQLite tells the failure of the statement once more when it is closed.
            reason.addSuppressed(e);
        }
    }

    private void bind(PreparedStatement statement, @Nullable Object[] arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            int position = i + 1;
            switch (arguments[i]) {
                case null -> statement.setNull(position, Types.NULL);
                case String text -> statement.setString(position, text);
                case Long number -> statement.setLong(position, number);
                case Integer number -> statement.setInt(position, number);
                case Boolean flag -> statement.setBoolean(position, flag);
                case Instant moment -> statement.setLong(position, Moment.stored(moment));
                case byte[] bytes -> statement.setBytes(position, bytes);
                case Ids ids -> dialect.bind(statement, position, ids);
                case Texts texts -> dialect.bind(statement, position, texts);
                case Spans spans -> statement.setString(position, spans.asJson());
                default ->
                        throw new IllegalArgumentException(
                                "cannot store a %s; give a text, number, flag, moment, bytes, ids or texts"
                                        .formatted(arguments[i].getClass()));
            }
        }
    }

    private static RuntimeException failure(String sql, SQLException cause) {
        // PostgreSQL's driver repeats all values of a batch in its message, whole mails if need be.
        var reason =
                cause instanceof BatchUpdateException && cause.getNextException() != null
                        ? cause.getNextException()
                        : cause;
        return StoreFailure.of(reason.getMessage() + " at: " + sql.strip(), reason);
    }
}
