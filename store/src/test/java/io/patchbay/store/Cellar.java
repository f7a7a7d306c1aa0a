package io.patchbay.store;

import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;
import io.patchbay.store.database.SqliteDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The databases that pass the contract. Each opens new stores that have tables and nothing else.
 */
public enum Cellar {
    SQLITE {
        @Override
        public Opener fresh(Path folder) {
            var file = folder.resolve("patchbay-%d.db".formatted(COUNT.incrementAndGet()));
            EmptyFile.copyTo(file);
            return new Opener() {
                @Override
                public DatabaseStore open(InstantSource clock, Consumer<String> observer) {
                    return DatabaseStore.sqlite(file, Durability.CHECKPOINTS, clock, observer);
                }

                @Override
                public String url() {
                    return SqliteDatabase.url(file);
                }

                @Override
                public void drop() {
                    // The folder is removed after the test.
                }
            };
        }
    },

    POSTGRESQL {
        @Override
        public Opener fresh(Path folder) {
            var name = "patchbay_" + COUNT.incrementAndGet();
            Server.run("create database %s template %s".formatted(name, Server.TEMPLATE));
            return new Opener() {
                @Override
                public DatabaseStore open(InstantSource clock, Consumer<String> observer) {
                    return DatabaseStore.postgres(
                            Server.at(name), Durability.CHECKPOINTS, clock, observer);
                }

                @Override
                public String url() {
                    return Server.at(name).url();
                }

                @Override
                public void drop() {
                    Server.run("drop database %s with (force)".formatted(name));
                }
            };
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Opens one database, also several times at once. */
    public interface Opener {
        DatabaseStore open(InstantSource clock, Consumer<String> observer);

        /** For JDBC. */
        String url();

        void drop();
    }

    public abstract Opener fresh(Path folder);

    /** Tables are made once for all tests. */
    private static final class EmptyFile {

        private static final byte[] CONTENT = make();

        private static byte[] make() {
            try {
                var file = Files.createTempDirectory("patchbay-sqlite").resolve("empty.db");
                DatabaseStore.sqlite(file, Durability.CHECKPOINTS, InstantSource.system()).close();
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void copyTo(Path file) {
            try {
                Files.write(file, CONTENT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One for all tests; the library stops it when they are done. */
    private static final class Server {

        private static final String TEMPLATE = "patchbay_template";
        private static final EmbeddedPostgres POSTGRES = start();

        static {
            // Words of this language would be sorted without regard to case, where we let them.
            run(
                    """
                    create database %s template template0
                    locale_provider icu icu_locale 'en-US' locale 'C' encoding 'UTF8'
                    """
                            .formatted(TEMPLATE));
            DatabaseStore.postgres(at(TEMPLATE), Durability.CHECKPOINTS, InstantSource.system())
                    .close();
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(Files.createTempDirectory("patchbay-postgres"))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Postgres at(String database) {
            return new Postgres(POSTGRES.getJdbcUrl("postgres", database), "postgres", "", 8);
        }

        static void run(String command) {
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(command);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot prepare PostgreSQL: " + command, e);
            }
        }
    }
}
