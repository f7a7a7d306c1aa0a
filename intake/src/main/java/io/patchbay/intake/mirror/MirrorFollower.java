package io.patchbay.intake.mirror;

import io.patchbay.intake.Intake;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.mails.ListMirror;
import io.patchbay.tracker.model.Project;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at the mirrors of all projects whenever they are due, each beside the others, while the
 * gate is open. It runs from birth to close. Of several servers on one database, one looks at each.
 */
public final class MirrorFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorFollower.class);

    /** A mirror that fails is tried again after its pause, then after twice that … */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Store store;
    private final InstantSource clock;
    private final Intake intake;
    private final MirrorReading reading;
    private final Duration pause;
    private final Map<Long, Thread> looks = new ConcurrentHashMap<>();
    private final Thread thread;

    /**
     * @param copies the folder of what is fetched
     * @param pause between two questions which mirror is due
     */
    public MirrorFollower(
            Store store, InstantSource clock, Intake intake, Path copies, Duration pause) {
        this.store = store;
        this.clock = clock;
        this.intake = intake;
        this.reading = new MirrorReading(store, intake.filing(), copies);
        this.pause = pause;
        thread = Thread.ofVirtual().name("follows mirrors").start(this::follow);
    }

    private void follow() {
        try {
            while (true) {
                intake.gate().pass();
                try {
                    startLooks();
                } catch (RuntimeException e) {
                    LOG.warn("which mirror is due cannot be told: {}", e.getMessage());
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private void startLooks() {
        var now = clock.instant();
        for (var mirror : store.read(reading -> reading.mirrors().all())) {
            if (!mirror.due().isAfter(now) && !looks.containsKey(mirror.projectId())) {
                var look =
                        Thread.ofVirtual()
                                .name("looks at " + shown(mirror))
                                .unstarted(() -> lookAt(mirror));
                looks.put(mirror.projectId(), look);
                look.start();
            }
        }
    }

    private static String shown(ListMirror mirror) {
        return MirrorAddress.parse(mirror.location()).shown();
    }

    private void lookAt(ListMirror mirror) {
        try {
            var project = store.read(reading -> reading.projects().withId(mirror.projectId()));
            var hold = MirrorHold.of(store, clock, mirror.projectId());
            if (project.isPresent() && hold.isPresent()) {
                try (var held = hold.get()) {
                    lookAt(mirror, project.get(), held);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("{}: tried again: {}", shown(mirror), e.toString());
        } finally {
            looks.remove(mirror.projectId());
        }
    }

    private void lookAt(ListMirror mirror, Project project, MirrorHold held) {
        try {
            var outcomes = reading.read(project, mirror, new Watcher());
            if (mirror.failures() > 0) {
                LOG.info("{} can be read again", shown(mirror));
            }
            if (outcomes.total() > 0) {
                LOG.info(
                        "{}: {} mails, {} of them new, {} errors",
                        shown(mirror),
                        outcomes.total(),
                        outcomes.added(),
                        outcomes.errors());
            }
            held.looked(null, clock.instant().plus(mirror.pause()));
        } catch (IOException | RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                failed(mirror, held, e);
            }
        }
    }

    private void failed(ListMirror mirror, MirrorHold held, Exception e) {
        var trouble = e instanceof MirrorTrouble ? String.valueOf(e.getMessage()) : e.toString();
        var wait = wait(mirror);
        if (mirror.failures() == 0) {
            LOG.warn("{} (next try in {}; then this is told no more)", trouble, wait);
        }
        held.looked(trouble, clock.instant().plus(wait));
    }

    private static Duration wait(ListMirror mirror) {
        var longest = mirror.pause().compareTo(LONGEST_PAUSE) > 0 ? mirror.pause() : LONGEST_PAUSE;
        var wait = mirror.pause().multipliedBy(1L << Math.min(mirror.failures(), 20));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    /** Holds the intake while the gate is closed, and tells the meter. */
    private final class Watcher implements MirrorWatcher, IntakeWatcher {

        @Override
        public void fetching(String what) {
            LOG.info("{}", what);
        }

        @Override
        public IntakeWatcher filing(long size) {
            return this;
        }

        @Override
        public void advanced(int mails, long bytesRead) {
            intake.meter().took(mails);
            try {
                intake.gate().pass();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void refused(String origin, String reason) {
            intake.meter().failed(origin + ": " + reason);
            LOG.warn("{}: {}", origin, reason);
        }
    }

    /** Returns when the batches in hand are filed; the next start goes on from there. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = !joined(thread);
        for (var look : looks.values()) {
            look.interrupt();
            interrupted |= !joined(look);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits whatever comes; false if this thread was interrupted meanwhile. */
    private static boolean joined(Thread thread) {
        boolean undisturbed = true;
        while (true) {
            try {
                thread.join();
                return undisturbed;
            } catch (InterruptedException _) {
                undisturbed = false;
            }
        }
    }
}
