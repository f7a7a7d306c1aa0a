package io.patchbay.acceptance;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases on which the program is tested in processes of its own. */
enum Cellar {
    SQLITE {
        @Override
        Place place(Path data) {
            var file = data.resolve("patchbay.db");
            return new Place() {
                @Override
                public DatabaseStore open(Durability durability) {
                    return DatabaseStore.sqlite(file, durability, InstantSource.system());
                }

                @Override
                public List<String> options() {
                    return List.of("--data", data.toString());
                }

                @Override
                public String url() {
                    return "jdbc:sqlite:" + file;
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
        Place place(Path data) {
            var name = "patchbay_" + COUNT.incrementAndGet();
            Server.run("create database " + name);
            var address = Server.at(name);
            return new Place() {
                @Override
                public DatabaseStore open(Durability durability) {
                    return DatabaseStore.postgres(address, durability, InstantSource.system());
                }

                @Override
                public List<String> options() {
                    return List.of("--data", data.toString(), "--database", url());
                }

                @Override
                public String url() {
                    return address.url() + "?user=" + address.user();
                }

                @Override
                public void drop() {
                    Server.run("drop database %s with (force)".formatted(name));
                }
            };
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** An empty database, and what else a server needs. */
    interface Place {
        DatabaseStore open(Durability durability);

        /** For the command line. */
        List<String> options();

        /** For JDBC. */
        String url();

        void drop();
    }

    /**
     * @param data a folder for what is not in the database
     */
    abstract Place place(Path data);

    /** One for all tests; the library stops it when they are done. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

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
            // The library names a user in the address, which is ours to add.
            var url = "jdbc:postgresql://localhost:%d/%s".formatted(POSTGRES.getPort(), database);
            return new Postgres(url, "postgres", "", 4);
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
