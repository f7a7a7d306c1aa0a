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

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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

    /** What is to be read is opened when the store is. */
    interface Opening {
        MailSource open(Store store) throws IOException;
    }

    void file(Opening opening) throws IOException {
        var clock = InstantSource.system();
        try (var store = data.openExisting(Durability.EVERY_WRITE, clock);
                var source = opening.open(store)) {
            var filing = new Filing(store, clock);
            var outcomes = take(source, store, listId == null ? filing : filing.under(listId));
            if (!quiet) {
                tell(outcomes);
            }
            warnOfUnknownLists(outcomes);
        }
    }

    private Outcomes take(MailSource source, Store store, Filing filing) throws IOException {
        try (var progress = IngestProgress.of(source.size(), output, quiet)) {
            return new BulkIntake(filing, progress, new Quarantine(store, filing)).take(source);
        }
    }

    Optional<String> listId() {
        return Optional.ofNullable(listId);
    }

    MailSource open(List<Path> paths, Store store, boolean fromStart) throws IOException {
        var marks = ReadMarks.in(store, listId());
        return MailSource.open(paths, fromStart ? marks.fromStart() : marks);
    }

    /** The words are those of Patchwork's parsearchive, which scripts read (mail-ingest §1). */
    private void tell(Outcomes outcomes) {
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
