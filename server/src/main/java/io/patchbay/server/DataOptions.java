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
        return SqlStore.sqlite(folder.resolve("patchbay.db"), durability, clock);
    }
}
