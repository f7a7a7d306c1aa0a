package io.patchbay.store;

import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;
import io.patchbay.testing.DatabaseAddress;
import io.patchbay.testing.TestDatabase;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Opens stores on one database of a test, also several at once. */
public record StoreOpener(DatabaseAddress address) {

    private static final int CONNECTIONS = 8;

    /** On a new database that has tables and nothing else. */
    public static StoreOpener fresh(TestDatabase kind, Path folder) {
        return new StoreOpener(kind.make(folder, StoreOpener::makeTables));
    }

    private static void makeTables(DatabaseAddress empty) {
        new StoreOpener(empty).open(InstantSource.system(), _ -> {}).close();
    }

    /**
     * @param observer is told each statement before it runs
     */
    public DatabaseStore open(InstantSource clock, Consumer<String> observer) {
        return switch (address) {
            case DatabaseAddress.SqliteFile(var file) ->
                    DatabaseStore.sqlite(file, Durability.CHECKPOINTS, clock, observer);
            case DatabaseAddress.OnPostgres(_, var url, var user) ->
                    DatabaseStore.postgres(
                            new Postgres(url, user, "", CONNECTIONS),
                            Durability.CHECKPOINTS,
                            clock,
                            observer);
        };
    }
}
