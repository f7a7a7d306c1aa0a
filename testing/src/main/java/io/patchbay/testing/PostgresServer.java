package io.patchbay.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;

/** One PostgreSQL for all tests of a module; the library stops it when they are done. */
final class PostgresServer {

    private static final String USER = "postgres";
    private static final EmbeddedPostgres POSTGRES = start();

    private PostgresServer() {}

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

    static DatabaseAddress.OnPostgres at(String name) {
        return new DatabaseAddress.OnPostgres(name, POSTGRES.getJdbcUrl(USER, name), USER);
    }

    /** As the user who may do everything. */
    static void run(String statement) {
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare PostgreSQL: " + statement, e);
        }
    }
}
