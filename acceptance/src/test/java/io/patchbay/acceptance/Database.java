package io.patchbay.acceptance;

import io.patchbay.store.Durability;
import io.patchbay.store.Postgres;
import io.patchbay.store.SqlStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that a test can run on. */
enum Database {
    SQLITE {
        @Override
        SqlStore open(Path folder, InstantSource clock) {
            return SqlStore.sqlite(folder.resolve("patchbay.db"), Durability.EVERY_WRITE, clock);
        }
    },

    POSTGRESQL {
        @Override
        SqlStore open(Path folder, InstantSource clock) {
            return SqlStore.postgres(Server.newDatabase(), Durability.EVERY_WRITE, clock);
        }
    };

    /** A store without anything in it. */
    abstract SqlStore open(Path folder, InstantSource clock);

    /** One for all tests; the library stops it when they are done. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();
        private static final AtomicInteger COUNT = new AtomicInteger();

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
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot make the database " + name, e);
            }
            return new Postgres(POSTGRES.getJdbcUrl("postgres", name), "postgres", "", 8);
        }
    }
}
