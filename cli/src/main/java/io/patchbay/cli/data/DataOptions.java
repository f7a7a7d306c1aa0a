package io.patchbay.cli.data;

import io.patchbay.server.Refusal;
import io.patchbay.server.Storage;
import io.patchbay.server.Storage.InFolder;
import io.patchbay.server.Storage.OnPostgres;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Where the data is: the options that every verb with data has. */
public final class DataOptions {

    private static final InstantSource CLOCK = InstantSource.system();

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

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec verb;

    /** Who runs the verb, for the audit record, which is told nothing of the arguments. */
    public Actor actor() {
        var named = verb;
        while (named.parent() != null && named.parent().parent() != null) {
            named = named.parent();
        }
        return Actor.operator(new Origin("command line", "patchbay " + named.name()));
    }

    public Path folder() {
        return folder;
    }

    /** Where what is fetched of mirrors is. */
    public Path mirrors() {
        return folder.resolve("mirrors");
    }

    public Storage storage() {
        return database == null || database.isEmpty()
                ? new InFolder(folder)
                : new OnPostgres(PostgresAddress.parse(database, System.getenv()));
    }

    /** Through the server that runs on the folder, or else the store. */
    public DataAccess access() throws IOException {
        var running = running();
        return running.isPresent() ? running.get() : direct(open(Durability.EVERY_WRITE, CLOCK));
    }

    /** For verbs that make no sense without data. */
    public DataAccess existing() throws IOException {
        var running = running();
        return running.isPresent()
                ? running.get()
                : direct(openExisting(Durability.EVERY_WRITE, CLOCK));
    }

    private Optional<DataAccess> running() throws IOException {
        // The server of a folder may have a database of another name than ours.
        return storage() instanceof InFolder ? ServerAccess.ofServerOn(folder) : Optional.empty();
    }

    private DataAccess direct(DatabaseStore store) {
        return new StoreAccess(store, CLOCK, actor());
    }

    public DatabaseStore open(Durability durability, InstantSource clock) throws IOException {
        return storage().open(durability, clock);
    }

    /** For verbs that make no sense without data. */
    public DatabaseStore openExisting(Durability durability, InstantSource clock)
            throws IOException {
        if (storage() instanceof InFolder data && !data.exists()) {
            throw new Refusal(
                    "there is no data in '%s'; 'project add' begins there, --data names another folder"
                            .formatted(folder));
        }
        return open(durability, clock);
    }
}
