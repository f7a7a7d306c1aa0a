package io.patchbay.bench.pages;

import io.patchbay.bench.archive.ArchiveOptions;
import io.patchbay.bench.archive.StoreCommand;
import io.patchbay.bench.measure.BenchFolder;
import io.patchbay.bench.measure.ServerProcess;
import io.patchbay.bench.measure.Table;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** How fast the server answers, and what an answer costs it. */
@Command(
        name = "http",
        description =
                "Requests a second, processor time a request and latency of the packaged server.",
        mixinStandardHelpOptions = true)
public final class HttpBench implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "A data folder, such as 'bench store' makes (default: one of --mails mails).")
    private @Nullable Path data;

    @Mixin private final ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each figure is measured (default: ${DEFAULT-VALUE}).")
    private int seconds = 5;

    @Option(
            names = "--connections",
            paramLabel = "N",
            split = ",",
            description = "How many connections ask at once (default: ${DEFAULT-VALUE}).")
    private List<Integer> connections = List.of(1, 8);

    @Option(
            names = "--pairs",
            description = "Measures lists by every two filters instead, slowest first.")
    private boolean pairs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (data != null) {
            measure(data);
            return 0;
        }
        try (var folder = new BenchFolder()) {
            StoreCommand.make(folder.path(), options);
            measure(folder.path());
        }
        return 0;
    }

    private void measure(Path folder) throws IOException, InterruptedException {
        var pages = pages(folder);
        var rows = new ArrayList<Measured>();
        try (var server = ServerProcess.start(folder)) {
            var warmUp = new Load(2, Duration.ofSeconds(pairs ? 1 : 2));
            for (var kind : pages.values()) {
                var unused = warmUp.run(PageReader.of(server.port(), kind), server.cpu());
            }
            for (var kind : pages.entrySet()) {
                for (int count : connections) {
                    var result =
                            new Load(count, Duration.ofSeconds(seconds))
                                    .run(
                                            PageReader.of(server.port(), kind.getValue()),
                                            server.cpu());
                    rows.add(new Measured(kind.getKey(), count, result));
                }
            }
        }
        if (pairs) {
            rows.sort(Comparator.comparingDouble(Measured::slowest).reversed());
        }
        print(rows);
    }

    private record Measured(String page, int connections, Load.Result result) {

        double slowest() {
            return result.latencies().millis(0.99);
        }
    }

    private static void print(List<Measured> rows) {
        var table =
                new Table(
                        "page",
                        "connections",
                        "requests/s",
                        "CPU µs/request",
                        "p50 ms",
                        "p99 ms",
                        "KB");
        for (var row : rows) {
            var result = row.result();
            table.row(
                    row.page(),
                    row.connections(),
                    Table.number(result.requestsPerSecond()),
                    Table.number(result.cpuMicrosPerRequest()),
                    Table.number(result.latencies().millis(0.5)),
                    Table.number(result.latencies().millis(0.99)),
                    Table.number(result.kilobytesPerRequest()));
        }
        table.print(System.out);
    }

    private Map<String, List<String>> pages(Path folder) throws IOException {
        var file = folder.resolve(StoreCommand.FILE);
        if (!Files.exists(file)) {
            throw new IOException(
                    "there is no %s; './patchbay bench store DIR' makes a folder to measure on"
                            .formatted(file));
        }
        try (var store =
                DatabaseStore.sqlite(file, Durability.CHECKPOINTS, InstantSource.system())) {
            return store.read(pairs ? Pages::pairs : Pages::of);
        }
    }
}
