package io.patchbay.testing;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The databases that a test can run on. */
public enum TestDatabase {
    SQLITE {
        @Override
        public DatabaseStore open(Path folder, InstantSource clock, Consumer<String> statements) {
            return DatabaseStore.sqlite(
                    folder.resolve("patchbay.db"), Durability.EVERY_WRITE, clock, statements);
        }
    },

    POSTGRESQL {
        @Override
        public DatabaseStore open(Path folder, InstantSource clock, Consumer<String> statements) {
            return DatabaseStore.postgres(
                    Server.newDatabase(), Durability.EVERY_WRITE, clock, statements);
        }
    };

    /** A database with its tables and nothing in them, for what opens a store itself. */
    public static Postgres newPostgres() {
        return Server.newDatabase();
    }

    /** A store with its tables and nothing in them. */
    public DatabaseStore open(Path folder, InstantSource clock) {
        return open(folder, clock, _ -> {});
    }

    /**
     * The same.
     *
     * @param statements is told each statement before it runs, by the thread that runs it
     */
    public abstract DatabaseStore open(
            Path folder, InstantSource clock, Consumer<String> statements);

    /** One for all tests; the library stops it when they are done. */
    private static final class Server {

        // What new databases are copies of, so that tables are made once for all tests.
        private static final String TEMPLATE = "template1";

        private static final EmbeddedPostgres POSTGRES = start();
        private static final AtomicInteger COUNT = new AtomicInteger();

        static {
            DatabaseStore.postgres(at(TEMPLATE), Durability.CHECKPOINTS, InstantSource.system())
                    .close();
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(Files.createTempDirectory("patchbay-postgres"))
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Postgres newDatabase() {
            var name = "patchbay_" + COUNT.incrementAndGet();
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                for (var unused : unused(statement)) {
                    statement.execute("drop database " + unused);
                }
                statement.execute("create database " + name);
                return at(name);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot make the database " + name, e);
            }
        }

        /** Those whose stores were closed, so that nothing is connected to them any more. */
        private static List<String> unused(Statement statement) throws SQLException {
            var names = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery(
                            """
                            select datname
                              from pg_database
                             where datname ~ '^patchbay_[0-9]+$'
                               and datname not in (
                                       select datname
                                         from pg_stat_activity
                                        where datname is not null)
                            """)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }

        private static Postgres at(String name) {
            return new Postgres(POSTGRES.getJdbcUrl("postgres", name), "postgres", "", 8);
        }
    }
}
