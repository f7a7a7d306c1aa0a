package io.patchbay.bench.measure;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;
import io.patchbay.tracker.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;

/** An empty store of one of the kinds that can be chosen, thrown away when closed. */
public final class BenchStore implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private final Path folder;
    private final Store store;
    private final CpuClock cpu;
    private final @Nullable EmbeddedPostgres server;

    private BenchStore(Path folder, Store store, CpuClock cpu, @Nullable EmbeddedPostgres server) {
        this.folder = folder;
        this.store = store;
        this.cpu = cpu;
        this.server = server;
    }

    /** Which database; a PostgreSQL of its own is started for the measurement. */
    public enum Kind {
        SQLITE,
        POSTGRES
    }

    public static BenchStore open(Kind kind, Durability durability) throws IOException {
        var folder = Files.createTempDirectory("patchbay-bench");
        var clock = InstantSource.system();
        return switch (kind) {
            case SQLITE ->
                    new BenchStore(
                            folder,
                            DatabaseStore.sqlite(folder.resolve("patchbay.db"), durability, clock),
                            CpuClock.own(),
                            null);
            case POSTGRES -> {
                var server = startServer(folder);
                var address =
                        new Postgres(
                                server.getJdbcUrl("postgres", "postgres"),
                                "postgres",
                                "",
                                CONNECTIONS);
                yield new BenchStore(
                        folder,
                        DatabaseStore.postgres(address, durability, clock),
                        CpuClock.own().plus(CpuClock.ofFamily(processOf(folder))),
                        server);
            }
        };
    }

    /** As durable as a PostgreSQL is when nothing is configured; the library would turn it off. */
    private static EmbeddedPostgres startServer(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static ProcessHandle processOf(Path folder) throws IOException {
        var lines = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    }

    public Store store() {
        return store;
    }

    /** Of this process and of the database server, if there is one. */
    public CpuClock cpu() {
        return cpu;
    }

    @Override
    public void close() throws IOException {
        store.close();
        if (server != null) {
            server.close();
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
