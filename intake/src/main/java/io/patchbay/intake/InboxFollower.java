package io.patchbay.intake;

import io.patchbay.intake.source.InboxEpoch;
import io.patchbay.intake.source.InboxFolder;
import io.patchbay.intake.source.InboxSource;
import io.patchbay.intake.source.ReadMarks;
import io.patchbay.tracker.Filing;

import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes what comes to a public-inbox folder soon after it comes, new commits and new epochs, while
 * the gate is open. It runs from birth to close; what fails is tried again.
 */
public final class InboxFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxFollower.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** With the usual pause a minute. */
    private static final int LOOKS_UNTIL_TRIED_AGAIN = 60;

    private final Path folder;
    private final Filing filing;
    private final ReadMarks marks;
    private final Gate gate;
    private final @Nullable Quarantine quarantine;
    private final Duration pause;
    private final Thread thread;
    private Map<Path, ObjectId> taken = Map.of();

    /** How many looks ago mails were missing; 0 if none were. */
    private int looksSinceLack;

    /**
     * @param marks tell where to go on
     * @param pause between two looks at the folder
     */
    public InboxFollower(Path folder, Filing filing, ReadMarks marks, Gate gate, Duration pause)
            throws IOException {
        this(folder, filing, marks, gate, null, pause);
    }

    /** Puts the mails that cannot be filed into the quarantine, if there is one. */
    public InboxFollower(
            Path folder,
            Filing filing,
            ReadMarks marks,
            Gate gate,
            @Nullable Quarantine quarantine,
            Duration pause)
            throws IOException {
        if (InboxFolder.at(folder).isEmpty()) {
            throw new NotDirectoryException(
                    folder + ": expected a public-inbox folder, with git/0.git in it");
        }
        this.folder = folder;
        this.filing = filing;
        this.marks = marks;
        this.gate = gate;
        this.quarantine = quarantine;
        this.pause = pause;
        this.thread = Thread.ofPlatform().daemon().name("follows " + folder).start(this::follow);
    }

    private void follow() {
        var wait = pause;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                gate.pass();
                takeWhatIsNew();
                wait = pause;
            } catch (InterruptedException _) {
                return;
            } catch (IOException | RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                wait = wait.multipliedBy(2);
                wait = wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
                LOG.warn("{} cannot be followed, next try in {}: {}", folder, wait, e.toString());
            }
            if (!await(wait)) {
                return;
            }
        }
    }

    private static boolean await(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void takeWhatIsNew() throws IOException {
        var inbox = InboxFolder.at(folder);
        if (inbox.isEmpty()) {
            throw new NotDirectoryException(folder + " is no public-inbox folder any more");
        }
        var tips = tipsOf(inbox.get());
        if (tips.equals(taken) && !triesAgain()) {
            return;
        }
        try (var source = InboxSource.open(inbox.get(), marks)) {
            var outcomes = new BulkIntake(filing, new Watcher(), quarantine).take(source);
            if (outcomes.total() > 0) {
                LOG.info(
                        "{}: {} mails, {} of them new, {} errors",
                        folder,
                        outcomes.total(),
                        outcomes.added(),
                        outcomes.errors());
            }
            looksSinceLack = source.lacksSome() ? 1 : 0;
        }
        taken = tips;
    }

    /** Whether it is time to look for what was missing, which no new commit tells of. */
    private boolean triesAgain() {
        if (looksSinceLack > 0) {
            looksSinceLack++;
        }
        return looksSinceLack > LOOKS_UNTIL_TRIED_AGAIN;
    }

    private static Map<Path, ObjectId> tipsOf(InboxFolder inbox) throws IOException {
        var tips = new HashMap<Path, ObjectId>();
        for (var epoch : inbox.epochs()) {
            try (var opened = InboxEpoch.open(epoch)) {
                var tip = opened.tip();
                if (tip != null) {
                    tips.put(epoch.path(), tip);
                }
            }
        }
        return tips;
    }

    /** Holds the intake while the gate is closed. */
    private final class Watcher implements IntakeWatcher {

        @Override
        public void advanced(int mails, long bytesRead) {
            try {
                gate.pass();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void refused(String origin, String reason) {
            LOG.warn("{}: {}", origin, reason);
        }
    }

    /** Returns when the batch in hand is filed; the next start goes on from there. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
