package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
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
import java.util.concurrent.Callable;

/** {@code project set}. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description =
                "Changes where a project's mails come from, or how they are filed from now on.")
public final class SetProject implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();
    @Mixin private final MirrorOptions mirror = new MirrorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "LINKNAME", description = "the project")
    private String linkName = "";

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description = "by which mails find their series: patchbay or patchwork")
    private @Nullable String rules;

    @Option(names = "--no-from", description = "it follows no public-inbox any more")
    private boolean noFrom;

    @Override
    public Integer call() throws IOException {
        if (rules == null && mirror.isEmpty() && !noFrom) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected --rules, --from, --every or --no-from: what shall change");
        }
        if (noFrom && !mirror.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--no-from cannot stand beside --from, --newest or --every");
        }
        if (rules != null) {
            setRules(rules);
        }
        if (noFrom || !mirror.isEmpty()) {
            try (var filling = MirrorFill.on(data, output)) {
                setMirror(filling);
            }
        }
        return 0;
    }

    private void setRules(String word) throws IOException {
        try (var access = data.access()) {
            access.setRules(linkName, word);
            output.say(
                    "mails of %s that come from now on find their series by the rules of %s;"
                                    .formatted(linkName, word)
                            + " what is filed stays as it is");
        }
    }

    private void setMirror(MirrorFill filling) throws IOException {
        var project =
                filling.project(linkName)
                        .orElseThrow(() ->
                                new Refusal(
                                        "there is no project '%s'; 'project list' names them"
                                                .formatted(linkName)));
        if (noFrom) {
            output.say(
                    filling.leave(project)
                            ? "%s follows no mirror any more; what is filed stays"
                                    .formatted(linkName)
                            : "%s follows no mirror".formatted(linkName));
        } else if (mirror.isGiven()) {
            follow(filling, project);
        } else {
            setPause(filling, project);
        }
    }

    private void follow(MirrorFill filling, Project project) throws IOException {
        var address = mirror.address();
        var pause = mirror.pause(MirrorFill.USUAL_PAUSE);
        filling.require(address);
        filling.follow(project, address, mirror.newest(), pause);
        output.say(
                "%s is filled from %s, every %s while it is served"
                        .formatted(linkName, address.shown(), MirrorOptions.shown(pause)));
        filling.fill(project);
    }

    private void setPause(MirrorFill filling, Project project) {
        var now =
                filling.mirror(project)
                        .orElseThrow(() ->
                                new Refusal(
                                        "%s follows no mirror; --from names one"
                                                .formatted(linkName)));
        if (mirror.newest() != null) {
            throw new Refusal("--newest needs --from: it is about what is fetched from there");
        }
        var pause = mirror.pause(now.pause());
        filling.setPause(project, pause);
        output.say(
                "the mirror of %s is looked at every %s"
                        .formatted(linkName, MirrorOptions.shown(pause)));
    }
}
