package io.patchbay.bench.qmp;

import io.patchbay.bench.measure.CpuClock;
import io.patchbay.bench.measure.Table;
import io.patchbay.bench.pages.Load;
import io.patchbay.qmp.QmpServer;
import io.patchbay.qmp.Version;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** How fast the QMP server answers over a unix socket. */
@Command(
        name = "qmp",
        description = {
            "Round trips of QMP commands over a unix socket.",
            "Server and clients share one process, so the processor time is that of both."
        },
        mixinStandardHelpOptions = true)
public final class QmpBench implements Callable<Integer> {

    private static final List<String> COMMANDS =
            List.of("query-version", "query-commands", "query-qmp-schema");

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each figure is measured (default: ${DEFAULT-VALUE}).")
    private int seconds = 5;

    @Option(
            names = "--clients",
            paramLabel = "N",
            split = ",",
            description = "How many clients ask at once (default: ${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of(1, 8);

    @Option(
            names = "--beside",
            paramLabel = "PROGRAM",
            description =
                    "Measures one session of this QMP server, such as qemu-system-x86_64, and one of"
                            + " ours in turns instead; each is a process of its own.")
    private @Nullable String other;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (other != null) {
            new QmpBeside(other, Duration.ofSeconds(seconds)).measure().print(System.out);
            return 0;
        }
        var folder = Files.createTempDirectory("patchbay-bench");
        try (var server = new QmpServer(Version.of(0, 1, 0, "bench"))) {
            var socket = folder.resolve("qmp.sock");
            server.listen("bench", socket);
            measure(socket).print(System.out);
        } finally {
            Files.delete(folder);
        }
        return 0;
    }

    private Table measure(Path socket) throws IOException, InterruptedException {
        var table =
                new Table(
                        "command",
                        "clients",
                        "replies/s",
                        "CPU µs/reply",
                        "p50 µs",
                        "p99 µs",
                        "KB");
        for (var command : COMMANDS) {
            run(socket, command, 1, Duration.ofSeconds(2));
        }
        for (var command : COMMANDS) {
            for (int count : clients) {
                var result = run(socket, command, count, Duration.ofSeconds(seconds));
                table.row(
                        command,
                        count,
                        Table.number(result.requestsPerSecond()),
                        Table.number(result.cpuMicrosPerRequest()),
                        Table.number(1e3 * result.latencies().millis(0.5)),
                        Table.number(1e3 * result.latencies().millis(0.99)),
                        Table.number(result.kilobytesPerRequest()));
            }
        }
        return table;
    }

    private static Load.Result run(Path socket, String command, int clients, Duration time)
            throws IOException, InterruptedException {
        return new Load(clients, time)
                .run(number -> new QmpClient(socket, command), CpuClock.own());
    }
}
