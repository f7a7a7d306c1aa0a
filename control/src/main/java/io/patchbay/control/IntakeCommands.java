package io.patchbay.control;

import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.Gate;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.MailSource;
import io.patchbay.intake.ReadMarks;
import io.patchbay.mail.Mail;
import io.patchbay.patches.Filed;
import io.patchbay.patches.Filing;
import io.patchbay.patches.Store;
import io.patchbay.qmp.Commands;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.QmpError;

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
     * Starts a job that files an mbox, a Maildir, a single mail, or what is new in a public-inbox.
     */
    record Ingest(String path, Optional<String> listId) implements Command<JobRef> {}

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
     * @param lastEvent the id of the newest row of the event table
     */
    record IntakeInfo(boolean open, long running, long lastEvent) {}

    private final Store store;
    private final Filing filing;
    private final Gate gate;
    private final Jobs jobs;

    IntakeCommands(Store store, Filing filing, Gate gate, Jobs jobs) {
        this.store = store;
        this.filing = filing;
        this.gate = gate;
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
        return new JobRef(
                jobs.start(
                        "ingest " + path,
                        job -> take(path, ReadMarks.in(store, ingest.listId()), to, job)));
    }

    private String take(Path path, ReadMarks marks, Filing to, Job job)
            throws IOException, InterruptedException {
        gate.pass();
        try (var source = MailSource.open(List.of(path), marks)) {
            var outcomes = new BulkIntake(to, new Watcher(job, source.size())).take(source);
            return "%d mails: %d new, %d errors"
                    .formatted(outcomes.total(), outcomes.added(), outcomes.errors());
        }
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
            job.progress(bytesRead, size);
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
            job.refused(origin, reason);
        }
    }

    private Outcome ingest(IngestMail mail) {
        if (!gate.isOpen()) {
            throw new QmpError("the intake is stopped; 'cont' lets mail in again");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(mail.base64());
        } catch (IllegalArgumentException e) {
            throw new QmpError("Parameter 'base64' is not valid base64: " + e.getMessage());
        }
        return outcome(filing(mail.listId()).file(Mail.read(bytes)));
    }

    private Filing filing(Optional<String> listId) {
        return listId.map(filing::under).orElse(filing);
    }

    private static Outcome outcome(Filed filed) {
        return switch (filed) {
            case Filed.AsPatch _ -> new Outcome(OutcomeKind.PATCH, Optional.empty());
            case Filed.AsCover _ -> new Outcome(OutcomeKind.COVER, Optional.empty());
            case Filed.AsComment _ -> new Outcome(OutcomeKind.COMMENT, Optional.empty());
            case Filed.Duplicate _ -> new Outcome(OutcomeKind.DUPLICATE, Optional.empty());
            case Filed.Unwanted(var reason) ->
                    new Outcome(
                            OutcomeKind.DROPPED,
                            Optional.of(reason.name().toLowerCase(java.util.Locale.ROOT)));
            case Filed.Broken(var reason) -> new Outcome(OutcomeKind.ERROR, Optional.of(reason));
        };
    }

    private IntakeInfo info() {
        return new IntakeInfo(
                gate.isOpen(),
                jobs.all().stream().filter(job -> job.status() == Jobs.JobStatus.RUNNING).count(),
                store.read(reading -> reading.events().newest()));
    }
}
