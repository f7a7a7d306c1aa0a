package io.patchbay.acceptance;

import io.patchbay.server.Storage;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;
import io.patchbay.testing.DatabaseAddress;
import io.patchbay.testing.TestDatabase;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * A database with tables, for a store in this process and for the program in one of its own.
 *
 * @param data the folder that the program is given
 */
public record StorePlace(Path data, DatabaseAddress address) {

    private static final int CONNECTIONS = 8;

    public static StorePlace in(Path data, TestDatabase kind) {
        return new StorePlace(data, kind.make(data, StorePlace::makeTables));
    }

    private static void makeTables(DatabaseAddress empty) {
        open(empty, Durability.CHECKPOINTS, InstantSource.system()).close();
    }

    public DatabaseStore open(Durability durability, InstantSource clock) {
        return open(address, durability, clock);
    }

    private static DatabaseStore open(
            DatabaseAddress address, Durability durability, InstantSource clock) {
        return switch (address) {
            case DatabaseAddress.SqliteFile(var file) ->
                    DatabaseStore.sqlite(file, durability, clock);
            case DatabaseAddress.OnPostgres(_, var url, var user) ->
                    DatabaseStore.postgres(
                            new Postgres(url, user, "", CONNECTIONS), durability, clock);
        };
    }

    /** For a server in this process. */
    public Storage storage() {
        return switch (address) {
            case DatabaseAddress.SqliteFile _ -> new Storage.InFolder(data);
            case DatabaseAddress.OnPostgres(_, var url, var user) ->
                    new Storage.OnPostgres(new Postgres(url, user, "", CONNECTIONS));
        };
    }

    /** For the command line. */
    public List<String> options() {
        return switch (address) {
            case DatabaseAddress.SqliteFile _ -> List.of("--data", data.toString());
            case DatabaseAddress.OnPostgres(_, var url, _) ->
                    List.of("--data", data.toString(), "--database", url);
        };
    }
}
