package io.patchbay.bench.read;

import com.sun.management.ThreadMXBean;

import io.patchbay.bench.measure.Corpus;
import io.patchbay.bench.measure.Table;
import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Reads real mails that were damaged at random, by the million. */
@Command(
        name = "mutate",
        description =
                "Damages mails at random and reads them: no crash, none over a second, little memory;"
                        + " see docs/reliability.md. Exit code 1 tells of a finding.",
        mixinStandardHelpOptions = true)
public final class MutateBench implements Callable<Integer> {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long HANG_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_FINDINGS = 20;
    private static final int TELL_EVERY = 50_000;

    @Option(
            names = "--mails",
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).")
    int count = 10_000;

    @Option(
            names = "--from",
            paramLabel = "ARCHIVE",
            description =
                    "An mbox or a folder of such and of .eml files; may be repeated (default: the"
                            + " folder corpus).")
    List<Path> from = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed makes the same mails (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(
            names = "--first",
            paramLabel = "N",
            description =
                    "The number of the first mail: a finding is repeated with its number and --mails"
                            + " 1 (default: ${DEFAULT-VALUE}).")
    int first;

    @Option(
            names = "--write",
            paramLabel = "FOLDER",
            description = "Writes the mails there instead of reading them.")
    Path write = Path.of("");

    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private long bytes;
    private long busyNanos;
    private long slowestNanos;
    private int slowest;

    @Override
    public Integer call() throws IOException {
        var mails = load();
        if (!write.toString().isEmpty()) {
            return writeAll(mails);
        }
        var heap = heapPools();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long mostThreadBytes = 0;
        for (int number = first; number < first + count; number++) {
            var mail = Mutation.of(mails, seed, number);
            long before = allocated();
            read(mail, number);
            mostThreadBytes = Math.max(mostThreadBytes, allocated() - before);
            if (findings.size() >= MOST_FINDINGS) {
                break;
            }
            if ((number - first + 1) % TELL_EVERY == 0) {
                System.err.printf("%,d mails, %d findings%n", number - first + 1, findings.size());
            }
        }
        tell(mails.size(), mostThreadBytes, peakOf(heap));
        findings.forEach(System.out::println);
        return findings.isEmpty() ? 0 : 1;
    }

    private int writeAll(List<byte[]> mails) throws IOException {
        Files.createDirectories(write);
        for (int number = first; number < first + count; number++) {
            Files.write(write.resolve(number + ".eml"), Mutation.of(mails, seed, number));
        }
        return 0;
    }

    private List<byte[]> load() throws IOException {
        var mails = new ArrayList<byte[]>();
        for (var path : from.isEmpty() ? List.of(Corpus.folder()) : from) {
            for (var file : filesOf(path)) {
                try (var source = MailSource.open(file)) {
                    for (var next = source.next(); next != null; next = source.next()) {
                        if (next instanceof Arrival.Raw raw) {
                            mails.add(raw.bytes());
                        }
                    }
                }
            }
        }
        return mails;
    }

    private static List<Path> filesOf(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.list(path)) {
            return files.filter(file -> file.toString().matches(".*\\.(eml|mbox|mbox\\.gz)"))
                    .sorted()
                    .toList();
        }
    }

    private void read(byte[] mail, int number) {
        bytes += mail.length;
        long began = cpuNanos();
        try {
            Ordeal.of(mail).ifPresent(limit -> refusals.merge(limit, 1, Integer::sum));
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            findings.add("mail %d (%d bytes): %s".formatted(number, mail.length, e));
            e.printStackTrace();
        }
        long took = cpuNanos() - began;
        busyNanos += took;
        if (took > slowestNanos) {
            slowestNanos = took;
            slowest = number;
        }
        if (took > HANG_NANOS) {
            findings.add(
                    "mail %d (%d bytes) took %,d ms"
                            .formatted(number, mail.length, took / 1_000_000));
        }
    }

    /** Processor time, so that other work on the machine makes no mail slow. */
    private static long cpuNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long peakOf(List<MemoryPoolMXBean> pools) {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private void tell(int pool, long mostThreadBytes, long peak) {
        new Table("mutated mails", "%,d".formatted(count))
                .row("seed", seed)
                .row("made from", "%,d mails".formatted(pool))
                .row("MB of mails", Table.number(bytes / 1e6))
                .row("CPU µs a mail", Table.number(busyNanos / 1e3 / count))
                .row(
                        "refused for a limit",
                        "%,d".formatted(refusals.values().stream().mapToInt(n -> n).sum()))
                .row("of these", refusals)
                .row("slowest, CPU ms", Table.number(slowestNanos / 1e6))
                .row("which is mail", slowest)
                .row("most memory asked for by one, MB", Table.number(mostThreadBytes / 1e6))
                .row("peak heap, MB", Table.number(peak / 1e6))
                .row("crashes, hangs, broken promises", findings.size())
                .print(System.out);
    }
}
