package io.patchbay.cli.versions;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.store.database.Durability;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code relink}. */
@Command(
        name = "relink",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the versions of all series that are here, from the kept texts of their mails.",
            "Needed once for what an earlier program filed and for what was imported. It may be",
            "stopped and goes on there the next time; a server may run meanwhile."
        })
public final class Relink implements Callable<Integer> {

    private static final int AT_ONCE = 200;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() throws IOException {
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            long all = 0;
            int done;
            do {
                done = store.write(writing -> writing.relinking().next(AT_ONCE));
                all += done;
            } while (done == AT_ONCE);
            output.say("%d series are linked".formatted(all));
            return 0;
        }
    }
}
