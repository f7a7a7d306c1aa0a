package io.patchbay.control;

import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.Delivered;
import io.patchbay.intake.Gate;
import io.patchbay.intake.Intake;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.Outcomes;
import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.intake.source.ReadMarks;
import io.patchbay.qmp.Commands;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.mails.KeptMail.Fate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The commands about mail that comes in. */
final class IntakeCommands {

    /**
     * Starts a job that files an mbox, a Maildir, a single mail, or what is new in a public-inbox,
     * or all of that {@code fromStart}.
     */
    record Ingest(String path, Optional<String> listId, Optional<Boolean> fromStart)
            implements Command<JobRef> {}

    record JobRef(String job) {}

    /** Files one mail at once. */
    record IngestMail(String base64, Optional<String> listId) implements Command<Outcome> {}

    record Outcome(OutcomeKind outcome, Optional<String> reason) {}

    enum OutcomeKind {
        PATCH,
        COVER,
        COMMENT,
        DUPLICATE,
        DROPPED,
        ERROR
    }

    record QueryIntake() implements Command<IntakeInfo> {}

    /**
     * @param running jobs that are on their way
     * @param lastEvent the id of the newest row of the event table
     * @param rate mails a second, over the last minute
     * @param mails since the server was started
     * @param queue deliveries that wait to be filed
     * @param quarantined mails that could not be filed and wait for a decision
     * @param missing those of them that an archive is known to hold and lacks
     */
    record IntakeInfo(
            boolean open,
            long running,
            long lastEvent,
            double rate,
            long mails,
            long queue,
            long quarantined,
            long missing,
            Optional<TroubleInfo> lastError) {}

    record TroubleInfo(String when, String what) {}

    private final Store store;
    private final Intake intake;
    private final Gate gate;
    private final Jobs jobs;

    IntakeCommands(Store store, Intake intake, Jobs jobs) {
        this.store = store;
        this.intake = intake;
        this.gate = intake.gate();
        this.jobs = jobs;
    }

    void addTo(Commands commands) {
        commands.answer(Ingest.class, (ingest, caller) -> ingest(ingest));
        commands.answer(IngestMail.class, (mail, caller) -> ingest(mail));
        commands.answer(QueryIntake.class, (query, caller) -> info());
    }

    private JobRef ingest(Ingest ingest) {
        var path = Path.of(ingest.path());
        if (!path.isAbsolute() || !Files.exists(path)) {
            throw new QmpError(
                    "Parameter 'path' expects the absolute path of an existing file or folder, not '%s'"
                            .formatted(path));
        }
        var to = filing(ingest.listId());
        return new JobRef(jobs.start("ingest " + path, job -> take(path, marks(ingest), to, job)));
    }

    private ReadMarks marks(Ingest ingest) {
        var marks = ReadMarks.in(store, ingest.listId());
        return ingest.fromStart().orElse(false) ? marks.fromStart() : marks;
    }

    private Jobs.Result take(Path path, ReadMarks marks, Filing to, Job job)
            throws IOException, InterruptedException {
        gate.pass();
        try (var source = MailSource.open(List.of(path), marks)) {
            var watcher = new Watcher(job, source.size());
            var outcomes = new BulkIntake(to, watcher, intake.quarantine()).take(source);
            return new Jobs.Result(
                    "%d mails: %d new, %d errors"
                            .formatted(outcomes.total(), outcomes.added(), outcomes.errors()),
                    Optional.of(counts(outcomes)));
        }
    }

    private static Jobs.MailCounts counts(Outcomes outcomes) {
        return new Jobs.MailCounts(
                outcomes.covers(),
                outcomes.patches(),
                outcomes.comments(),
                outcomes.duplicates(),
                outcomes.dropped(),
                outcomes.unknownList(),
                outcomes.errors());
    }

    /** Holds the intake while the gate is closed, and ends it if the job is cancelled. */
    private final class Watcher implements IntakeWatcher {

        private final Job job;
        private final Optional<Long> size;

        Watcher(Job job, long size) {
            this.job = job;
            this.size = size < 0 ? Optional.empty() : Optional.of(size);
        }

        @Override
        public void advanced(int mails, long bytesRead) {
            intake.meter().took(mails);
            job.progress(bytesRead, size, mails);
            job.checkCancelled();
            try {
                gate.pass();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }

        @Override
        public void refused(String origin, String reason) {
            intake.meter().failed(origin + ": " + reason);
            job.refused(origin, reason);
        }
    }

    private Outcome ingest(IngestMail mail) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(mail.base64());
        } catch (IllegalArgumentException e) {
            throw new QmpError("Parameter 'base64' is not valid base64: " + e.getMessage());
        }
        return deliver(new Arrival.Raw("a monitor", bytes, Arrival.Form.DELIVERED), mail.listId());
    }

    private Outcome deliver(Arrival.Raw mail, Optional<String> listId) {
        try {
            return switch (intake.delivery().deliver(mail, listId.orElse(null))) {
                case Delivered.Taken(var fate) -> outcome(fate);
                case Delivered.PutOff(var reason) -> throw new QmpError(reason);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QmpError("the server is ending; try again later");
        }
    }

    private Filing filing(Optional<String> listId) {
        return listId.map(intake.filing()::under).orElse(intake.filing());
    }

    private static Outcome outcome(Fate fate) {
        var kind =
                switch (fate.outcome()) {
                    case PATCH -> OutcomeKind.PATCH;
                    case COVER -> OutcomeKind.COVER;
                    case COMMENT -> OutcomeKind.COMMENT;
                    case DUPLICATE, OTHER_TEXT -> OutcomeKind.DUPLICATE;
                    case DROPPED, UNKNOWN_LIST, HOLDS_DIFF -> OutcomeKind.DROPPED;
                    case BROKEN -> OutcomeKind.ERROR;
                };
        return new Outcome(kind, Optional.ofNullable(fate.reason()));
    }

    private IntakeInfo info() {
        var meter = intake.meter();
        return new IntakeInfo(
                gate.isOpen(),
                jobs.all().stream().filter(job -> job.status() == Jobs.JobStatus.RUNNING).count(),
                store.read(reading -> reading.events().newest()),
                meter.rate(),
                meter.total(),
                intake.delivery().queueLength(),
                intake.quarantine().size(),
                intake.quarantine().missing(),
                Optional.ofNullable(meter.lastTrouble())
                        .map(trouble ->
                                new TroubleInfo(trouble.when().toString(), trouble.what())));
    }
}
