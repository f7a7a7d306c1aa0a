package io.patchbay.server;

import io.patchbay.store.Durability;
import io.patchbay.store.SqlStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Where the data is: the options that every verb with data has. */
final class DataOptions {

    private static final String FILE = "patchbay.db";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:PATCHBAY_DATA:-data}",
            description = "folder that holds the data, made if absent (default: ./data)")
    private Path folder = Path.of("data");

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:PATCHBAY_DATABASE}",
            description =
                    "a PostgreSQL database, such as"
                            + " jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD,"
                            + " instead of the file in the data folder")
    private @Nullable String database;

    Path folder() {
        return folder;
    }

    SqlStore open(Durability durability, InstantSource clock) throws IOException {
        if (database != null && !database.isEmpty()) {
            return SqlStore.postgres(
                    PostgresAddress.parse(database, System.getenv()), durability, clock);
        }
        Files.createDirectories(folder);
        return SqlStore.sqlite(folder.resolve(FILE), durability, clock);
    }

    /** For verbs that make no sense without data. */
    SqlStore openExisting(Durability durability, InstantSource clock) throws IOException {
        boolean isFile = database == null || database.isEmpty();
        if (isFile && !Files.exists(folder.resolve(FILE))) {
            throw new Refusal(
                    "there is no data in '%s'; 'project add' begins there, --data names another folder"
                            .formatted(folder));
        }
        return open(durability, clock);
    }
}
