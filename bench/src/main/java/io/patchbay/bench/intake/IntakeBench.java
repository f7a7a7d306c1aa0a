package io.patchbay.bench.intake;

import io.patchbay.bench.archive.ArchiveOptions;
import io.patchbay.bench.archive.StoreMaker;
import io.patchbay.bench.measure.BenchStore;
import io.patchbay.bench.measure.BenchStore.Kind;
import io.patchbay.bench.measure.Table;
import io.patchbay.bench.measure.Unwatched;
import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Filing;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** How fast mails are filed, in bulk and one at a time. */
@Command(
        name = "intake",
        description =
                "Files an archive into an empty store: mails a second, processor time a mail.",
        mixinStandardHelpOptions = true)
public final class IntakeBench implements Callable<Integer> {

    /** Enough for the compiler to have seen every path. */
    private static final int WARM_UP = 5_000;

    @Mixin ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--store",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}; may be repeated (default: all).")
    List<Kind> kinds = List.of(Kind.values());

    @Option(
            names = "--singly",
            paramLabel = "N",
            description =
                    "How many mails are filed one at a time, each kept before the next is taken"
                            + " (default: ${DEFAULT-VALUE}).")
    int singly = 2_000;

    private final Table table =
            new Table(
                    "store",
                    "filed",
                    "a write returns",
                    "mails",
                    "mails/s",
                    "MB/s",
                    "CPU µs/mail",
                    "patches");

    /** Takes mails and returns how many were taken. */
    private interface Work {
        int take(MailSource source, Filing filing) throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        var mbox = Files.createTempFile("patchbay-bench", ".mbox");
        try {
            options.archive().write(mbox);
            for (var kind : kinds) {
                warmUp(kind, mbox);
                for (var durability : List.of(Durability.CHECKPOINTS, Durability.EVERY_WRITE)) {
                    measure(kind, durability, "in bulk", mbox, IntakeBench::inBulk);
                    measure(
                            kind,
                            durability,
                            "singly",
                            mbox,
                            (source, filing) -> oneByOne(source, filing, singly));
                }
            }
        } finally {
            Files.delete(mbox);
        }
        table.print(System.out);
        return 0;
    }

    private void warmUp(Kind kind, Path mbox) throws IOException {
        try (var store = BenchStore.open(kind, Durability.CHECKPOINTS);
                var source = MailSource.open(mbox)) {
            new StoreMaker(store.store()).addLists(options.lists);
            oneByOne(source, new Filing(store.store(), InstantSource.system()), WARM_UP);
        }
    }

    private void measure(Kind kind, Durability durability, String how, Path mbox, Work work)
            throws IOException {
        try (var store = BenchStore.open(kind, durability);
                var source = MailSource.open(mbox)) {
            new StoreMaker(store.store()).addLists(options.lists);
            var filing = new Filing(store.store(), InstantSource.system());
            var cpuBefore = store.cpu().used();
            long began = System.nanoTime();
            int mails = work.take(source, filing);
            double seconds = (System.nanoTime() - began) / 1e9;
            var cpu = store.cpu().used().minus(cpuBefore);
            table.row(
                    kind,
                    how,
                    durability == Durability.EVERY_WRITE ? "on disk" : "at once",
                    "%,d".formatted(mails),
                    Table.number(mails / seconds),
                    Table.number(source.bytesRead() / 1e6 / seconds),
                    Table.number(cpu.toNanos() / 1e3 / mails),
                    "%,d".formatted(new StoreMaker(store.store()).countPatches()));
        }
    }

    private static int inBulk(MailSource source, Filing filing) throws IOException {
        return new BulkIntake(filing, new Unwatched()).take(source).total();
    }

    private static int oneByOne(MailSource source, Filing filing, int most) throws IOException {
        int taken = 0;
        while (taken < most) {
            switch (source.next()) {
                case Arrival.Raw raw -> {
                    var unused = filing.file(raw.read());
                    taken++;
                }
                case Arrival.Refused _ -> {}
                case null -> {
                    return taken;
                }
            }
        }
        return taken;
    }
}
