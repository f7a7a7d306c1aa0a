package io.patchbay.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A PostgreSQL server, shared by several nodes. */
public final class PostgresDatabase implements Database {

    // Any number will do, as long as all nodes of all versions take the same.
    private static final long TURN_OF_WRITERS = 7_275_422_931L;

    // Not every server is built with LZ4, and setting what it does not know would be an error.
    private static final String QUICK_COMPRESSION =
            """
            select set_config(name, 'lz4', false)
              from pg_settings
             where name = 'default_toast_compression'
               and 'lz4' = any(enumvals)\
            """;

    // The server keeps the plans that it made when the tables were empty, and would read all of a
    // table, or of an index to join it, that has grown since. Every look-up of a writer has its
    // index.
    public static final String INDEXES_ONLY =
            """
            set enable_seqscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off\
            """;

    private final Turns turns = new Turns();
    private final CopiedInserts copied = new CopiedInserts();
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final Consumer<String> observer;

    public PostgresDatabase(
            Postgres server, Durability durability, Duration patience, Consumer<String> observer) {
        this.observer = observer;
        var reading = config(server, "patchbay-read", patience);
        reading.setMaximumPoolSize(server.connections());
        reading.setReadOnly(true);
        reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        var writing = config(server, "patchbay-write", patience);
        writing.setMaximumPoolSize(1);
        // Each statement sees what was committed before the lock was given, so not one snapshot.
        writing.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        var settings =
                QUICK_COMPRESSION
                        + "; "
                        + INDEXES_ONLY
                        + "; set lock_timeout = "
                        + patience.toMillis();
        writing.setConnectionInitSql(
                durability == Durability.CHECKPOINTS
                        ? settings + "; set synchronous_commit = off"
                        : settings);
        this.readers = new HikariDataSource(reading);
        this.writers = new HikariDataSource(writing);
    }

    private static HikariConfig config(Postgres server, String name, Duration patience) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setAutoCommit(false);
        config.setConnectionTimeout(patience.toMillis());
        config.setMinimumIdle(1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "patchbay");
        return config;
    }

    @Override
    public <T> T read(Function<Sql, T> work) {
        return transaction(readers, work);
    }

    @Override
    public <T> T write(Function<Sql, T> work) {
        return turns.take(() ->
                transaction(
                        writers,
                        sql -> {
                            sql.any("select pg_advisory_xact_lock(?)", TURN_OF_WRITERS);
                            return work.apply(sql);
                        }));
    }

    private <T> T transaction(HikariDataSource pool, Function<Sql, T> work) {
        try (var connection = pool.getConnection()) {
            try {
                var sql =
                        new Sql(
                                Dialect.POSTGRESQL,
                                new DriverStatements(connection, copied),
                                observer);
                var result = work.apply(sql);
                connection.commit();
                return result;
            } catch (Throwable e) {
                undo(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFailure.of("PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static void undo(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        readers.close();
        turns.take(() -> {
            writers.close();
            return true;
        });
    }

    /** The driver itself keeps what the server has prepared. */
    private record DriverStatements(Connection connection, CopiedInserts copied)
            implements Sql.Statements {

        @Override
        public PreparedStatement take(String sql) throws SQLException {
            return connection.prepareStatement(sql);
        }

        @Override
        public void giveBack(String sql, PreparedStatement statement) throws SQLException {
            statement.close();
        }

        @Override
        public boolean runQuickly(String sql, List<@Nullable Object[]> rows) throws SQLException {
            return copied.run(connection, sql, rows);
        }
    }
}
