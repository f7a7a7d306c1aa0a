package io.patchbay.control;

import io.patchbay.control.Jobs.JobEnded;
import io.patchbay.control.Jobs.JobInfo;
import io.patchbay.control.Jobs.JobProgress;
import io.patchbay.control.Jobs.JobStatus;
import io.patchbay.control.Jobs.MailCounts;
import io.patchbay.control.Jobs.MailRefused;
import io.patchbay.control.Jobs.Work;
import io.patchbay.qmp.Events;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One piece of long work. */
final class Job {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final String id;
    private final String what;
    private final Events events;
    private volatile @Nullable Thread thread;
    private volatile boolean cancelled;
    private JobStatus status = JobStatus.RUNNING;
    private long done;
    private long mails;
    private Optional<Long> of = Optional.empty();
    private Optional<String> result = Optional.empty();

    Job(String id, String what, Events events) {
        this.id = id;
        this.what = what;
        this.events = events;
    }

    String id() {
        return id;
    }

    void begin(Work work) {
        thread = Thread.ofVirtual().name(id).start(() -> run(work));
    }

    private void run(Work work) {
        try {
            var how = work.run(this);
            end(JobStatus.DONE, how.text(), how.mails());
        } catch (CancellationException | InterruptedException e) {
            end(JobStatus.CANCELLED, "cancelled; what was done stays done", Optional.empty());
        } catch (Exception e) {
            LOG.warn("{} ({}) failed", id, what, e);
            end(JobStatus.FAILED, String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private void end(JobStatus ended, String how, Optional<MailCounts> counts) {
        synchronized (this) {
            status = ended;
            result = Optional.of(how);
        }
        events.emit(new JobEnded(id, ended, how, counts));
    }

    /**
     * @param total of the same unit as {@code doneSoFar}, where it is known
     * @param more mails that were filed or refused since the last call
     */
    void progress(long doneSoFar, Optional<Long> total, int more) {
        long filed;
        synchronized (this) {
            done = doneSoFar;
            of = total;
            mails += more;
            filed = mails;
        }
        events.emit(new JobProgress(id, doneSoFar, total, filed));
    }

    void refused(String origin, String reason) {
        LOG.warn("{} ({}): {}: {}", id, what, origin, reason);
        events.emit(new MailRefused(id, origin, reason));
    }

    /** Ends the work if the client wants that. */
    void checkCancelled() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    void cancel() {
        cancelled = true;
    }

    void await() {
        var running = thread;
        if (running == null) {
            return;
        }
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized boolean isRunning() {
        return status == JobStatus.RUNNING;
    }

    synchronized JobInfo info() {
        return new JobInfo(id, what, status, done, of, mails, result);
    }
}
