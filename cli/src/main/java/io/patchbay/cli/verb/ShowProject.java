package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.mails.ListMirror;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code project show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Tells of a project, and of the mirror that it follows: a name and a text a line.")
public final class ShowProject implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "LINKNAME", description = "the project")
    private String linkName = "";

    @Override
    public Integer call() throws IOException {
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            for (var line : store.read(this::lines)) {
                output.say(line);
            }
            return 0;
        }
    }

    private List<String> lines(Reading reading) {
        var project =
                reading.projects()
                        .withLinkName(linkName)
                        .orElseThrow(() ->
                                new Refusal(
                                        "there is no project '%s'; 'project list' names them"
                                                .formatted(linkName)));
        var lines = new ArrayList<String>();
        lines.add("id\t" + project.id());
        lines.add("link-name\t" + project.linkName());
        lines.add("name\t" + project.name());
        lines.add("list-id\t" + project.listId());
        lines.add("list-email\t" + project.listEmail());
        lines.add("rules\t" + project.rules().word());
        lines.add("list-archive\t" + project.links().listArchiveUrl());
        reading.mirrors().of(project.id()).ifPresent(mirror -> add(lines, mirror));
        return lines;
    }

    private static void add(List<String> lines, ListMirror mirror) {
        lines.add("from\t" + mirror.shown());
        if (mirror.newest() != null) {
            lines.add("newest\t" + mirror.newest());
        }
        lines.add("every\t" + MirrorOptions.shown(mirror.pause()));
        var looked = mirror.looked();
        lines.add(
                "last-look\t" + (looked == null ? "none" : looked.truncatedTo(ChronoUnit.SECONDS)));
        lines.add("next-look\t" + mirror.due().truncatedTo(ChronoUnit.SECONDS));
        if (mirror.trouble() != null) {
            lines.add("failures\t" + mirror.failures());
            lines.add("trouble\t" + mirror.trouble());
        }
    }
}
