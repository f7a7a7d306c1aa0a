package io.patchbay.server;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Where everything is kept. */
public sealed interface Storage {

    DatabaseStore open(Durability durability, InstantSource clock) throws IOException;

    /** A file in a folder of ours; both are made if absent. */
    record InFolder(Path folder) implements Storage {

        private Path file() {
            return folder.resolve("patchbay.db");
        }

        public boolean exists() {
            return Files.exists(file());
        }

        @Override
        public DatabaseStore open(Durability durability, InstantSource clock) throws IOException {
            Files.createDirectories(folder);
            return DatabaseStore.sqlite(file(), durability, clock);
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    /** A database that several nodes may share. */
    record OnPostgres(Postgres server) implements Storage {

        @Override
        public DatabaseStore open(Durability durability, InstantSource clock) {
            return DatabaseStore.postgres(server, durability, clock);
        }

        @Override
        public String toString() {
            return server.toString();
        }
    }
}
