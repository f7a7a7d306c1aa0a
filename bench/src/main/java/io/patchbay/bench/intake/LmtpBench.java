package io.patchbay.bench.intake;

import io.patchbay.bench.archive.ArchiveOptions;
import io.patchbay.bench.archive.StoreCommand;
import io.patchbay.bench.measure.BenchFolder;
import io.patchbay.bench.measure.Latencies;
import io.patchbay.bench.measure.ServerProcess;
import io.patchbay.bench.measure.Table;
import io.patchbay.bench.pages.HttpConnection;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** How soon a mail that a mail system hands in is shown. */
@Command(
        name = "lmtp",
        description = {
            "Hands in patches by LMTP at a steady rate and asks the REST API for each: the time from"
                    + " the moment when it was due to be sent to the answer that shows it.",
            "A mail that had to wait for others counts from when it was due. Every write returns"
                    + " after the disk has it."
        },
        mixinStandardHelpOptions = true)
public final class LmtpBench implements Callable<Integer> {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int DISK_WRITES = 500;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "A data folder, such as 'bench store' makes; mails are filed into it (default:"
                            + " one of --mails mails).")
    private @Nullable Path data;

    @Mixin private final ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Mails a second (default: ${DEFAULT-VALUE}).")
    private int rate = 100;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long it is measured (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds before that, at the same rate (default: ${DEFAULT-VALUE}).")
    private int warmUp = 20;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "How many hand in mails (default: ${DEFAULT-VALUE}).")
    private int connections = 4;

    private final PatchMails mails = new PatchMails(System.currentTimeMillis());

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (data != null) {
            return measure(data);
        }
        try (var folder = new BenchFolder()) {
            StoreCommand.make(folder.path(), options);
            return measure(folder.path());
        }
    }

    /** What became of the mails of one connection, or of all. */
    private static final class Result {

        private final Latencies answered = new Latencies();
        private final Latencies shown = new Latencies();
        private int lost;

        void addAll(Result other) {
            answered.addAll(other.answered);
            shown.addAll(other.shown);
            lost += other.lost;
        }
    }

    private int measure(Path folder) throws IOException, InterruptedException, ExecutionException {
        try (var server = ServerProcess.start(folder)) {
            var unused = handIn(folder, server, 0, warmUp * rate);
            var cpu = server.cpu().used();
            var result = handIn(folder, server, warmUp * rate, (warmUp + seconds) * rate);
            var used = server.cpu().used().minus(cpu);
            var disk = timesOfDisk(folder);
            var table = new Table("until", "mails", "p50 ms", "p90 ms", "p99 ms", "p100 ms");
            tell(table, "16 kB are on the disk, alone", disk);
            tell(table, "250 is answered", result.answered);
            tell(table, "the API shows it", result.shown);
            table.print(System.out);
            System.out.printf(
                    "%d mails a second for %d s, %d lost; server: %.2f ms CPU a mail%n",
                    rate, seconds, result.lost, used.toNanos() / 1e6 / (seconds * rate));
            return result.lost == 0 ? 0 : 1;
        }
    }

    /** What the disk alone takes, written as a log is; other programs slow it down too. */
    private static Latencies timesOfDisk(Path folder) throws IOException {
        var times = new Latencies();
        var file = Files.createTempFile(folder, "disk", ".probe");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int write = 0; write < DISK_WRITES; write++) {
                long began = System.nanoTime();
                channel.write(ByteBuffer.allocate(16 << 10));
                channel.force(false);
                times.add(System.nanoTime() - began);
            }
        } finally {
            Files.delete(file);
        }
        return times;
    }

    private static void tell(Table table, String what, Latencies latencies) {
        table.row(
                what,
                "%,d".formatted(latencies.count()),
                Table.number(latencies.millis(0.5)),
                Table.number(latencies.millis(0.9)),
                Table.number(latencies.millis(0.99)),
                Table.number(latencies.millis(1)));
    }

    /** The mails of these numbers, each when it is due. */
    private Result handIn(Path folder, ServerProcess server, int from, int to)
            throws InterruptedException, ExecutionException {
        var next = new AtomicInteger(from);
        long begin = System.nanoTime();
        var work = new ArrayList<Future<Result>>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int connection = 0; connection < connections; connection++) {
                work.add(
                        threads.submit(() ->
                                handIn(
                                        folder.resolve("lmtp.sock"),
                                        server.port(),
                                        next,
                                        begin - from * nanosBetween(),
                                        to)));
            }
        }
        var result = new Result();
        for (var done : work) {
            result.addAll(done.get());
        }
        return result;
    }

    private long nanosBetween() {
        return 1_000_000_000L / rate;
    }

    private Result handIn(Path socket, int port, AtomicInteger next, long firstDue, int to)
            throws IOException {
        var result = new Result();
        try (var lmtp = new LmtpConnection(socket);
                var http = new HttpConnection(port)) {
            for (int number = next.getAndIncrement(); number < to; ) {
                long due = firstDue + number * nanosBetween();
                for (long left = due - System.nanoTime(); left > 0; ) {
                    LockSupport.parkNanos(left);
                    left = due - System.nanoTime();
                }
                lmtp.deliver(mails.text(number));
                result.answered.add(System.nanoTime() - due);
                if (isShown(http, number)) {
                    result.shown.add(System.nanoTime() - due);
                } else {
                    result.lost++;
                }
                number = next.getAndIncrement();
            }
        }
        return result;
    }

    private boolean isShown(HttpConnection http, int number) throws IOException {
        var request =
                HttpConnection.request(
                        "/api/patches/?msgid="
                                + URLEncoder.encode(mails.id(number), StandardCharsets.UTF_8));
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (http.get(request).length() > "[]".length()) {
                return true;
            }
        }
        return false;
    }
}
