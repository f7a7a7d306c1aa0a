package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Outcome;
import io.patchbay.cli.data.Output;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Change.ProjectName;
import io.patchbay.tracker.editing.ProjectFields;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code project notify}. */
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        description =
                "Has submitters told by mail when the state of a patch of theirs changes; 'serve"
                        + " --smtp' sends the mails.")
public final class NotifyProject implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "LINKNAME", description = "the project")
    private String linkName = "";

    @Option(names = "--off", description = "nobody is told any more")
    private boolean off;

    @Override
    public Integer call() throws IOException {
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            var change =
                    new Change.EditProject(
                            new ProjectName.LinkName(linkName),
                            ProjectFields.NONE.sendNotifications(!off));
            Outcome.of(new Editing(store).apply(change, data.actor()));
            output.say(
                    "submitters of %s are %s of new states"
                            .formatted(linkName, off ? "no longer told" : "told"));
            return 0;
        }
    }
}
