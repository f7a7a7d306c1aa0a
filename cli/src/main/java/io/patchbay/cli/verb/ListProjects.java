package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataAccess;
import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code project list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Tells which lists are followed: id, link name, list id, name, and the mirror from"
                        + " which the mails come, if there is one.")
public final class ListProjects implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() throws IOException {
        List<DataAccess.ProjectLine> projects;
        try (var access = data.existing()) {
            projects = access.projects();
        }
        for (var project : projects) {
            output.say(
                    "%d\t%s\t%s\t%s%s"
                            .formatted(
                                    project.id(),
                                    project.linkName(),
                                    project.listId(),
                                    project.name(),
                                    project.mirror() == null ? "" : "\t" + project.mirror()));
        }
        return 0;
    }
}
