package io.patchbay.server;

import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.MailSource;
import io.patchbay.intake.Outcomes;
import io.patchbay.intake.Quarantine;
import io.patchbay.intake.ReadMarks;
import io.patchbay.patches.Filing;
import io.patchbay.patches.Store;
import io.patchbay.store.Durability;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code ingest}: archives and single mails (mail-ingest §1). */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Files the mails of archives under the projects whose lists they came from. A server may"
                    + " run on the same data meanwhile.",
            "What is here already is left out, so an archive may be ingested again."
        })
final class Ingest implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Option(
            names = "--list-id",
            paramLabel = "ID",
            description = "takes all mails as mails of this list, whatever their headers say")
    private @Nullable String listId;

    @Option(
            names = "--from-start",
            description =
                    "takes all of a public-inbox folder, not only what came since it was taken last")
    private boolean fromStart;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "mbox or single mail (plain, gzip, xz or zstd), Maildir or public-inbox folder; - is standard input")
    private List<String> paths = List.of();

    @Override
    public Integer call() throws IOException {
        boolean fromInput = paths.contains(STANDARD_INPUT);
        if (fromInput && paths.size() > 1) {
            throw new Refusal("'-' is standard input and cannot stand beside other paths");
        }
        var clock = InstantSource.system();
        try (var store = data.openExisting(Durability.EVERY_WRITE, clock);
                var source = fromInput ? standardInput() : files(marks(store))) {
            var filing = new Filing(store, clock);
            var outcomes =
                    take(
                            source,
                            listId == null ? filing : filing.under(checked(listId, store)),
                            new Quarantine(store, filing));
            tell(outcomes);
        }
        return 0;
    }

    private static MailSource standardInput() throws IOException {
        return MailSource.of("standard input", System.in, -1);
    }

    private MailSource files(ReadMarks marks) throws IOException {
        return MailSource.open(paths.stream().map(Path::of).toList(), marks);
    }

    private ReadMarks marks(Store store) {
        var marks = ReadMarks.in(store, Optional.ofNullable(listId));
        return fromStart ? marks.fromStart() : marks;
    }

    private static String checked(String listId, Store store) {
        var known = store.read(reading -> reading.projects().all());
        if (known.stream().noneMatch(project -> project.listId().equals(listId))) {
            throw new Refusal(
                    "no project has the list id '%s'; there are: %s"
                            .formatted(
                                    listId,
                                    known.stream()
                                            .map(project -> project.listId())
                                            .collect(Collectors.joining(", "))));
        }
        return listId;
    }

    private Outcomes take(MailSource source, Filing filing, Quarantine quarantine)
            throws IOException {
        try (var progress = IngestProgress.of(source.size(), output)) {
            return new BulkIntake(filing, progress, quarantine).take(source);
        }
    }

    private void tell(Outcomes outcomes) {
        output.say("Processed %d messages -->".formatted(outcomes.total()));
        output.say("  %4d cover letters".formatted(outcomes.covers()));
        output.say("  %4d patches".formatted(outcomes.patches()));
        output.say("  %4d comments".formatted(outcomes.comments()));
        output.say("  %4d duplicates".formatted(outcomes.duplicates()));
        output.say("  %4d dropped".formatted(outcomes.dropped()));
        output.say("  %4d errors".formatted(outcomes.errors()));
        output.say("Total: %d new entries".formatted(outcomes.added()));
        if (outcomes.unknownList() > 0) {
            output.warn(
                    "%d of the dropped mails came from lists that no project has; 'project list'"
                                    .formatted(outcomes.unknownList())
                            + " tells which there are, --list-id takes mails of any list");
        }
    }
}
