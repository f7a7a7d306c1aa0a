package io.patchbay.bench.archive;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** Makes a store to measure on. */
@Command(
        name = "store",
        description = {
            "Makes a data folder as years of work would leave it: --mails mails on --lists lists by"
                    + " --senders times the senders of the archive; most patches in a final state,"
                    + " some delegated, some checked.",
            "Of the mails in corpus/, six of ten are patches."
        },
        mixinStandardHelpOptions = true)
public final class StoreCommand implements Callable<Integer> {

    public static final String FILE = "patchbay.db";

    @Parameters(paramLabel = "DIR", description = "The data folder, which must not exist.")
    private Path folder = Path.of("data");

    @Mixin private final ArchiveOptions options = new ArchiveOptions();

    @Override
    public Integer call() throws IOException {
        Files.createDirectory(folder);
        make(folder, options);
        return 0;
    }

    public static void make(Path folder, ArchiveOptions options) throws IOException {
        long began = System.nanoTime();
        var file = folder.resolve(FILE);
        try (var store =
                        DatabaseStore.sqlite(file, Durability.CHECKPOINTS, InstantSource.system());
                var mails = options.archive().source()) {
            var maker = new StoreMaker(store);
            maker.addLists(options.lists);
            maker.file(mails);
            double filed = (System.nanoTime() - began) / 1e9;
            maker.work();
            System.out.printf(
                    "%,d mails, %,d patches; filed in %.1f s, worked on in %.1f s%n",
                    options.mails,
                    maker.countPatches(),
                    filed,
                    (System.nanoTime() - began) / 1e9 - filed);
        }
        System.out.printf("%,d MB in %s%n", Files.size(file) >> 20, file);
    }
}
