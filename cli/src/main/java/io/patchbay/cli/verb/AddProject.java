package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.intake.mirror.MirrorAddress;
import io.patchbay.server.Refusal;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.ProjectFields;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.Optional;
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
            description =
                    "what the list writes into List-Id, without the angle brackets (with --from:"
                            + " what most of the newest mails have)")
    private @Nullable String listId;

    @Option(
            names = "--list-email",
            paramLabel = "MAIL",
            description =
                    "the address of the list (with --from: what most of the newest mails tell)")
    private @Nullable String listEmail;

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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final MirrorOptions mirror = new MirrorOptions();

    @Override
    public Integer call() throws IOException {
        if (!mirror.isEmpty()) {
            fill();
            return 0;
        }
        if (listId == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected --list-id ID, or --from a public-inbox whose mails tell it");
        }
        var project = project(listId, listEmail == null ? "" : listEmail, name);
        try (var access = data.access()) {
            output.say("project %d: %s, list %s".formatted(access.add(project), linkName, listId));
            return 0;
        }
    }

    private Change.AddProject project(String id, String email, @Nullable String shownName) {
        return new Change.AddProject(linkName, shownName, id, email, subjectMatch, rules);
    }

    private void fill() throws IOException {
        var address = mirror.address();
        try (var filling = MirrorFill.on(data, output)) {
            var project = filling.project(linkName);
            if (project.isEmpty()) {
                project = Optional.of(add(filling, address));
            } else if (!follows(filling, project.get(), address)) {
                throw new Refusal(
                        "there is a project '%1$s' already; 'project set %1$s --from' has it follow a mirror"
                                .formatted(linkName));
            }
            filling.fill(project.get());
        }
    }

    /** Then what was interrupted goes on. */
    private static boolean follows(MirrorFill filling, Project project, MirrorAddress address) {
        return filling.mirror(project)
                .filter(mirror -> mirror.location().equals(address.location()))
                .isPresent();
    }

    private Project add(MirrorFill filling, MirrorAddress address) throws IOException {
        var pause = mirror.pause(MirrorFill.USUAL_PAUSE);
        var found = filling.look(linkName, address, mirror.newest());
        var facts = found.facts();
        var id = Optional.ofNullable(listId).or(facts::listId);
        var email = Optional.ofNullable(listEmail).or(facts::address).orElse("");
        var shownName =
                Optional.ofNullable(name)
                        .or(() -> facts.name().filter(one -> !filling.isNameTaken(one)))
                        .orElse(null);
        if (id.isEmpty()) {
            throw new Refusal("the newest mails do not tell the id of their list; say --list-id");
        }
        var added = filling.add(project(id.get(), email, shownName), links(found));
        filling.follow(added, address, mirror.newest(), pause);
        output.say(
                "project %d: %s, list %s, %s, from %s"
                        .formatted(
                                added.id(),
                                linkName,
                                added.listId(),
                                email.isEmpty() ? "no address" : email,
                                address.shown()));
        return added;
    }

    /** Where the mails can be read, which a server of public-inbox tells by its address. */
    private static ProjectFields links(MirrorFill.Found found) {
        var pages = found.pages();
        return pages.or(found.facts()::archive)
                .map(archive ->
                        ProjectFields.NONE.listArchive(
                                archive, pages.map(page -> page + "{}").orElse(null)))
                .orElse(ProjectFields.NONE);
    }
}
