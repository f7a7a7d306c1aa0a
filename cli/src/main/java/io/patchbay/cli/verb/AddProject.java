package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.tracker.editing.Change;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;

/** {@code project add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Begins to follow a mailing list.")
public final class AddProject implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(
            paramLabel = "LINKNAME",
            description = "its name in addresses: letters, digits, - and _")
    private String linkName = "";

    @Option(
            names = "--list-id",
            paramLabel = "ID",
            required = true,
            description = "what the list writes into List-Id, without the angle brackets")
    private String listId = "";

    @Option(names = "--list-email", paramLabel = "MAIL", description = "the address of the list")
    private String listEmail = "";

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "its name on pages (default: LINKNAME)")
    private @Nullable String name;

    @Option(
            names = "--subject-match",
            paramLabel = "REGEX",
            description = "takes only mails of the list whose subject holds this")
    private String subjectMatch = "";

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description = {
                "by which mails find their series: patchbay (default) reads the spellings that"
                        + " people use and keeps threads whole; patchwork files exactly as"
                        + " Patchwork does"
            })
    private @Nullable String rules;

    @Override
    public Integer call() throws IOException {
        var project = new Change.AddProject(linkName, name, listId, listEmail, subjectMatch, rules);
        try (var access = data.access()) {
            output.say("project %d: %s, list %s".formatted(access.add(project), linkName, listId));
            return 0;
        }
    }
}
