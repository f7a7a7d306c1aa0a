package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.store.database.Durability;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** {@code retag}. */
@Command(
        name = "retag",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the tags of all patches again, from the kept texts of patches and comments.",
            "Needed after tags were changed; a server may run meanwhile."
        })
public final class Retag implements Callable<Integer> {

    private static final int AT_ONCE = 500;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() throws IOException {
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            long last = 0;
            while (true) {
                long after = last;
                OptionalLong reached =
                        store.write(writing -> writing.tagCounts().recount(after, AT_ONCE));
                if (reached.isEmpty()) {
                    output.say("tags are counted up to patch %d".formatted(last));
                    return 0;
                }
                last = reached.getAsLong();
            }
        }
    }
}
