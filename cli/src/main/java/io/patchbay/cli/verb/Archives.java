package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataAccess;
import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.IngestProgress;
import io.patchbay.cli.data.Output;
import io.patchbay.intake.Outcomes;
import io.patchbay.server.Refusal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Files archives and tells what became of their mails: what the verbs for archives share. */
final class Archives {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Option(
            names = "--list-id",
            paramLabel = "ID",
            description = "takes all mails as mails of this list, whatever their headers say")
    private @Nullable String listId;

    @Option(
            names = {"-q", "--quiet"},
            description = "tells neither progress nor summary, only what went wrong")
    private boolean quiet;

    /** How the mails are taken, through whichever door. */
    interface Taking {
        Outcomes from(DataAccess access) throws IOException;
    }

    void file(List<Path> paths, boolean fromStart) throws IOException {
        var batch = new DataAccess.Batch(paths, listId, fromStart);
        file(access -> access.ingest(batch, this::progress));
    }

    void fileStandardInput() throws IOException {
        file(access -> access.ingest(System.in, listId, this::progress));
    }

    private void file(Taking taking) throws IOException {
        try (var access = data.existing()) {
            checkListId(access);
            var outcomes = taking.from(access);
            if (!quiet) {
                tell(outcomes, output);
            }
            warnOfUnknownLists(outcomes);
        }
    }

    private IngestProgress progress(long size) {
        return IngestProgress.of(size, output, quiet);
    }

    private void checkListId(DataAccess access) throws IOException {
        if (listId == null) {
            return;
        }
        var known = access.projects();
        if (known.stream().noneMatch(project -> project.listId().equals(listId))) {
            throw new Refusal(
                    "no project has the list id '%s'; there are: %s"
                            .formatted(
                                    listId,
                                    known.stream()
                                            .map(project -> project.listId())
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** The words are those of Patchwork's parsearchive, which scripts read (mail-ingest §1). */
    static void tell(Outcomes outcomes, Output output) {
        output.say("Processed %d messages -->".formatted(outcomes.total()));
        output.say("  %4d cover letters".formatted(outcomes.covers()));
        output.say("  %4d patches".formatted(outcomes.patches()));
        output.say("  %4d comments".formatted(outcomes.comments()));
        output.say("  %4d duplicates".formatted(outcomes.duplicates()));
        output.say("  %4d dropped".formatted(outcomes.dropped()));
        output.say("  %4d errors".formatted(outcomes.errors()));
        output.say("Total: %d new entries".formatted(outcomes.added()));
    }

    private void warnOfUnknownLists(Outcomes outcomes) {
        if (outcomes.unknownList() > 0) {
            output.warn(
                    "%d of the dropped mails came from lists that no project has; 'project list'"
                                    .formatted(outcomes.unknownList())
                            + " tells which there are, --list-id takes mails of any list");
        }
    }
}
