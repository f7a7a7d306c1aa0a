package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Reading;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code project mails}. */
@Command(
        name = "mails",
        mixinStandardHelpOptions = true,
        description =
                "Says whether the mails of a project that are filed from now on are kept as they"
                        + " came, for good. They are unless this is called with --off.")
public final class KeepMails implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "LINKNAME", description = "the project")
    private String linkName = "";

    @Option(
            names = "--off",
            description = "only what was read from them is kept; those that are here stay")
    private boolean off;

    @Override
    public Integer call() throws IOException {
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            long project = store.read(this::project);
            boolean unused =
                    store.write(
                            data.actor(),
                            writing -> {
                                writing.setup().keepMails(project, !off);
                                return true;
                            });
            output.say(
                    off
                            ? "of new mails of %s only the texts are kept".formatted(linkName)
                            : "new mails of %s are kept as they come".formatted(linkName));
            return 0;
        }
    }

    private long project(Reading reading) {
        return reading.projects()
                .withLinkName(linkName)
                .orElseThrow(() ->
                        new Refusal(
                                "there is no project '%s'; 'project list' names them"
                                        .formatted(linkName)))
                .id();
    }
}
