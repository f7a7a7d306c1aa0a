package io.patchbay.bench.intake;

import io.patchbay.bench.archive.ArchiveOptions;
import io.patchbay.bench.archive.StoreMaker;
import io.patchbay.bench.measure.BenchStore;
import io.patchbay.bench.measure.BenchStore.Kind;
import io.patchbay.bench.measure.CpuClock;
import io.patchbay.bench.measure.Plot;
import io.patchbay.bench.measure.Table;
import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.source.MailSource;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Filing;

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
import java.util.List;
import java.util.concurrent.Callable;

/** Whether a mail costs the same in a large store as in a small one. */
@Command(
        name = "growth",
        description =
                "Files one archive into an empty store, nothing warmed up: the rate of each step.",
        mixinStandardHelpOptions = true)
public final class GrowthBench implements Callable<Integer> {

    @Mixin ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--store",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Kind kind = Kind.SQLITE;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "How many mails make a step (default: ${DEFAULT-VALUE}).")
    int every = 10_000;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Where a picture of the steps is written, in SVG.")
    @Nullable Path plot;

    /**
     * @param mails that were filed when the step ended
     */
    private record Step(int mails, double mailsPerSecond, double cpuMicros, long heapBytes) {}

    @Override
    public Integer call() throws IOException {
        var mbox = Files.createTempFile("patchbay-bench", ".mbox");
        try {
            options.archive().write(mbox);
            var steps = measure(mbox);
            print(steps);
            if (plot != null) {
                Files.writeString(plot, picture(steps));
            }
        } finally {
            Files.delete(mbox);
        }
        return 0;
    }

    private List<Step> measure(Path mbox) throws IOException {
        try (var store = BenchStore.open(kind, Durability.EVERY_WRITE);
                var source = MailSource.open(mbox)) {
            new StoreMaker(store.store()).addLists(options.lists);
            var watcher = new Watcher(store.cpu());
            new BulkIntake(new Filing(store.store(), InstantSource.system()), watcher).take(source);
            watcher.end();
            return watcher.steps;
        }
    }

    private final class Watcher implements IntakeWatcher {

        final List<Step> steps = new ArrayList<>();
        private final CpuClock cpu;
        private int mails;
        private int mailsBefore;
        private long timeBefore = System.nanoTime();
        private Duration cpuBefore;

        Watcher(CpuClock cpu) {
            this.cpu = cpu;
            cpuBefore = cpu.used();
        }

        @Override
        public void advanced(int more, long bytesRead) {
            mails += more;
            if (mails - mailsBefore >= every) {
                end();
            }
        }

        void end() {
            int filed = mails - mailsBefore;
            if (filed == 0) {
                return;
            }
            long now = System.nanoTime();
            var used = cpu.used();
            steps.add(
                    new Step(
                            mails,
                            filed / ((now - timeBefore) / 1e9),
                            used.minus(cpuBefore).toNanos() / 1e3 / filed,
                            Runtime.getRuntime().totalMemory()));
            mailsBefore = mails;
            timeBefore = now;
            cpuBefore = used;
        }

        @Override
        public void refused(String origin, String reason) {}
    }

    private static void print(List<Step> steps) {
        var table = new Table("mails", "mails/s", "CPU µs/mail", "heap MB");
        for (var step : steps) {
            table.row(
                    "%,d".formatted(step.mails),
                    Table.number(step.mailsPerSecond),
                    Table.number(step.cpuMicros),
                    Table.number(step.heapBytes / 1e6));
        }
        table.print(System.out);
        double seconds = 0;
        int before = 0;
        for (var step : steps) {
            seconds += (step.mails - before) / step.mailsPerSecond;
            before = step.mails;
        }
        System.out.printf(
                "all: %,d mails in %.1f s, %,.0f mails/s%n", before, seconds, before / seconds);
    }

    private String picture(List<Step> steps) {
        var cost = new Plot("mails in the store", "µs of processor time a mail");
        steps.forEach(step -> cost.add(step.mails, step.cpuMicros));
        return cost.svg();
    }
}
