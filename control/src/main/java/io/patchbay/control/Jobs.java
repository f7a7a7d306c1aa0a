package io.patchbay.control;

import io.patchbay.qmp.Events;
import io.patchbay.qmp.schema.Event;
import io.patchbay.qmp.schema.OncePerSecond;
import io.patchbay.qmp.schema.QmpError;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Long work that a client started: each runs on a thread of its own and can be cancelled. */
final class Jobs implements AutoCloseable {

    /** Ended jobs are remembered up to this number, so that a client can ask how they went. */
    private static final int REMEMBERED = 100;

    record JobStarted(String id, String what) implements Event {}

    @OncePerSecond(by = "id")
    record JobProgress(String id, long done, Optional<Long> of, long mails) implements Event {}

    /** A mail that a job could not read or file; the job goes on. */
    record MailRefused(String job, String origin, String reason) implements Event {}

    record JobEnded(String id, JobStatus status, String result, Optional<MailCounts> mails)
            implements Event {}

    /** What became of the mails of an ingest. */
    record MailCounts(
            long covers,
            long patches,
            long comments,
            long duplicates,
            long dropped,
            long unknownList,
            long errors) {}

    /** How a job went, for people to read, and in numbers if there are any. */
    record Result(String text, Optional<MailCounts> mails) {}

    enum JobStatus {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    record JobInfo(
            String id,
            String what,
            JobStatus status,
            long done,
            Optional<Long> of,
            long mails,
            Optional<String> result) {}

    /** What a job does. It looks at {@link Job#checkCancelled} every now and then. */
    @FunctionalInterface
    interface Work {

        Result run(Job job) throws Exception;
    }

    private final Events events;
    private final Map<String, Job> byId = new LinkedHashMap<>();
    private int started;

    Jobs(Events events) {
        this.events = events;
        events.declare(JobStarted.class);
        events.declare(JobProgress.class);
        events.declare(MailRefused.class);
        events.declare(JobEnded.class);
    }

    synchronized String start(String what, Work work) {
        var job = new Job("job" + ++started, what, events);
        byId.put(job.id(), job);
        forgetOldest();
        events.emit(new JobStarted(job.id(), what));
        job.begin(work);
        return job.id();
    }

    private void forgetOldest() {
        var ended = byId.values().stream().filter(job -> !job.isRunning()).toList();
        for (var job : ended.subList(0, Math.max(0, ended.size() - REMEMBERED))) {
            byId.remove(job.id());
        }
    }

    synchronized List<JobInfo> all() {
        return byId.values().stream().map(Job::info).toList();
    }

    synchronized void cancel(String id) {
        var job = byId.get(id);
        if (job == null) {
            throw new QmpError("Job '%s' not found".formatted(id));
        }
        if (!job.isRunning()) {
            throw new QmpError("Job '%s' has ended".formatted(id));
        }
        job.cancel();
    }

    /** Cancels all and waits until they have ended. */
    @Override
    public void close() {
        List<Job> running;
        synchronized (this) {
            running = byId.values().stream().filter(Job::isRunning).toList();
        }
        running.forEach(Job::cancel);
        running.forEach(Job::await);
    }
}
