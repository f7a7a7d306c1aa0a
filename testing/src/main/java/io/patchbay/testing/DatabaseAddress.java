package io.patchbay.testing;

import java.nio.file.Path;

/** Where a test has a database of its own. */
public sealed interface DatabaseAddress {

    /** For JDBC, with the user. */
    String url();

    /** Removes it, whoever is still connected; what is in the folder of a test goes with that. */
    void drop();

    /**
     * @param file need not be there
     */
    record SqliteFile(Path file) implements DatabaseAddress {

        @Override
        public String url() {
            return "jdbc:sqlite:" + file.toAbsolutePath();
        }

        @Override
        public void drop() {
            // The folder is removed after the test.
        }
    }

    /** One of the {@link PostgresServer}; the user has no password. */
    record OnPostgres(String name, String url, String user) implements DatabaseAddress {

        @Override
        public void drop() {
            PostgresServer.run("drop database %s with (force)".formatted(name));
        }
    }
}
