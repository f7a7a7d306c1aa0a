package io.patchbay.store;

import io.patchbay.store.database.Database;
import io.patchbay.store.database.Dialect;
import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;
import io.patchbay.store.database.PostgresDatabase;
import io.patchbay.store.database.Schema;
import io.patchbay.store.database.SqliteDatabase;
import io.patchbay.store.filing.KeptMailUpkeep;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.query.PatchIndex;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.packing.MailPacking;
import io.patchbay.tracker.packing.MailUpkeep;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The store on SQLite or PostgreSQL, with its tables made or brought up to date when opened. */
public final class DatabaseStore implements Store {

    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(1);

    private final Database database;
    private final InstantSource clock;
    private final Packing packing;
    private final PatchIndex patchIndex = new PatchIndex();

    private DatabaseStore(Database database, InstantSource clock) {
        this.database = database;
        this.packing = new Packing(database);
        this.clock = clock;
    }

    /** A file that is made if it is absent; its folder must exist. */
    public static DatabaseStore sqlite(Path file, Durability durability, InstantSource clock) {
        return sqlite(file, durability, USUAL_PATIENCE, clock);
    }

    /**
     * @param patience how long a write waits for those of other processes
     */
    public static DatabaseStore sqlite(
            Path file, Durability durability, Duration patience, InstantSource clock) {
        return sqlite(file, durability, patience, clock, statement -> {});
    }

    public static DatabaseStore postgres(
            Postgres server, Durability durability, InstantSource clock) {
        return postgres(server, durability, USUAL_PATIENCE, clock);
    }

    /**
     * @param patience how long a write waits for those of other nodes, and for the server
     */
    public static DatabaseStore postgres(
            Postgres server, Durability durability, Duration patience, InstantSource clock) {
        return postgres(server, durability, patience, clock, statement -> {});
    }

    /** The observer is told each statement before it runs. */
    public static DatabaseStore sqlite(
            Path file, Durability durability, InstantSource clock, Consumer<String> observer) {
        return sqlite(file, durability, USUAL_PATIENCE, clock, observer);
    }

    private static DatabaseStore sqlite(
            Path file,
            Durability durability,
            Duration patience,
            InstantSource clock,
            Consumer<String> observer) {
        return ready(
                new SqliteDatabase(file, durability, patience, observer),
                Dialect.SQLITE,
                flyway -> flyway.dataSource(SqliteDatabase.url(file), null, null),
                clock);
    }

    /** The observer is told each statement before it runs. */
    public static DatabaseStore postgres(
            Postgres server,
            Durability durability,
            InstantSource clock,
            Consumer<String> observer) {
        return postgres(server, durability, USUAL_PATIENCE, clock, observer);
    }

    private static DatabaseStore postgres(
            Postgres server,
            Durability durability,
            Duration patience,
            InstantSource clock,
            Consumer<String> observer) {
        return ready(
                new PostgresDatabase(server, durability, patience, observer),
                Dialect.POSTGRESQL,
                flyway -> flyway.dataSource(server.url(), server.user(), server.password()),
                clock);
    }

    private static DatabaseStore ready(
            Database database,
            Dialect dialect,
            UnaryOperator<FluentConfiguration> at,
            InstantSource clock) {
        try {
            Schema.ensure(database, dialect, at);
            return new DatabaseStore(database, clock);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        return database.read(
                sql -> work.apply(new ReadTransaction(sql, packing, clock.instant(), patchIndex)));
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        return write(work, null);
    }

    @Override
    public <T> T write(Actor actor, Function<Writing, T> work) {
        return write(work, actor);
    }

    private <T> T write(Function<Writing, T> work, @Nullable Actor actor) {
        return database.write(sql -> {
            var writing =
                    new WriteTransaction(Transaction.begin(sql, packing, clock.instant(), actor));
            var result = work.apply(writing);
            writing.keep();
            return result;
        });
    }

    @Override
    public MailPacking packing() {
        return packing;
    }

    @Override
    public MailUpkeep upkeep() {
        return new KeptMailUpkeep(database, packing, clock);
    }

    @Override
    public void close() {
        database.close();
        packing.close();
    }
}
