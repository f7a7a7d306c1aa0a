package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.model.PythonPattern;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code project add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Begins to follow a mailing list.")
public final class AddProject implements Callable<Integer> {

    private static final Pattern LINK_NAME =
            Pattern.compile("[\\w-]+", Pattern.UNICODE_CHARACTER_CLASS);

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

    @Override
    public Integer call() throws IOException {
        check();
        var project =
                new NewProject(
                        linkName, name == null ? linkName : name, listId, listEmail, subjectMatch);
        try (var door = data.door()) {
            output.say("project %d: %s, list %s".formatted(door.add(project), linkName, listId));
            return 0;
        }
    }

    private void check() {
        if (!LINK_NAME.matcher(linkName).matches()) {
            throw new Refusal(
                    "a link name consists of letters, digits, '-' and '_', but this is '%s'"
                            .formatted(linkName));
        }
        if (listId.isBlank() || listId.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>')) {
            throw new Refusal(
                    "a list id is what stands between the angle brackets of List-Id, such as"
                            + " dev.lists.example.org, but this is '%s'".formatted(listId));
        }
        try {
            var unused = PythonPattern.compile(subjectMatch);
        } catch (PatternSyntaxException e) {
            throw new Refusal(
                    "--subject-match takes a regular expression: " + e.getDescription(), e);
        }
    }
}
