package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.IngestProgress;
import io.patchbay.cli.data.Outcome;
import io.patchbay.cli.data.Output;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.Outcomes;
import io.patchbay.intake.mirror.ListFacts;
import io.patchbay.intake.mirror.MirrorAddress;
import io.patchbay.intake.mirror.MirrorHold;
import io.patchbay.intake.mirror.MirrorReading;
import io.patchbay.intake.mirror.MirrorTrouble;
import io.patchbay.intake.mirror.MirrorWatcher;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.ProjectFields;
import io.patchbay.tracker.mails.ListMirror;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Has a project follow a mirror and fills it, telling how that goes. It opens the store itself,
 * also beside a server, which then follows. What was interrupted goes on where it stopped.
 */
final class MirrorFill implements AutoCloseable {

    static final Duration USUAL_PAUSE = Duration.ofMinutes(5);

    private static final Duration WAIT = Duration.ofMillis(500);

    private static final InstantSource CLOCK = InstantSource.system();

    private final DatabaseStore store;
    private final Actor actor;
    private final Output output;
    private final MirrorReading reading;

    private MirrorFill(DatabaseStore store, DataOptions data, Output output) {
        this.store = store;
        this.actor = data.actor();
        this.output = output;
        reading = new MirrorReading(store, new Filing(store, CLOCK), data.mirrors());
    }

    /** Makes a store where there is none. */
    static MirrorFill on(DataOptions data, Output output) throws IOException {
        return new MirrorFill(data.open(Durability.EVERY_WRITE, CLOCK), data, output);
    }

    Optional<Project> project(String linkName) {
        return store.read(reading -> reading.projects().withLinkName(linkName));
    }

    Optional<ListMirror> mirror(Project project) {
        return store.read(reading -> reading.mirrors().of(project.id()));
    }

    /**
     * What can be known of a list before it has a project.
     *
     * @param pages where its mails are shown, if the address tells
     */
    record Found(ListFacts facts, Optional<String> pages) {}

    /**
     * Fetches what is not here.
     *
     * @throws MirrorTrouble if there is no mirror at that address
     */
    Found look(String linkName, MirrorAddress address, @Nullable Long newest) throws IOException {
        var inbox = reading.fetch(linkName, address, newest, output::warn);
        boolean isEpoch = inbox.epochs().getLast().place().equals(address.shown());
        var pages =
                address instanceof MirrorAddress.Url url
                        ? url.pages(isEpoch)
                        : Optional.<String>empty();
        return new Found(ListFacts.of(inbox), pages);
    }

    Project add(Change.AddProject project, ProjectFields links) {
        var editing = new Editing(store);
        var added = Outcome.of(editing.apply(project, actor));
        var named = new Change.ProjectName.LinkName(project.linkName());
        return links.equals(ProjectFields.NONE)
                ? added
                : Outcome.of(editing.apply(new Change.EditProject(named, links), actor));
    }

    boolean isNameTaken(String name) {
        return store.read(reading ->
                reading.projects().all().stream().anyMatch(other -> other.name().equals(name)));
    }

    void follow(Project project, MirrorAddress address, @Nullable Long newest, Duration pause) {
        boolean unused =
                store.write(
                        actor,
                        writing -> {
                            writing.mirrorKeeping()
                                    .follow(project.id(), address.location(), newest, pause);
                            return true;
                        });
    }

    /**
     * @throws MirrorTrouble if there is no mirror at that address
     */
    void require(MirrorAddress address) throws IOException {
        reading.require(address);
    }

    void setPause(Project project, Duration pause) {
        boolean unused =
                store.write(
                        actor,
                        writing -> {
                            writing.mirrorKeeping().setPause(project.id(), pause);
                            return true;
                        });
    }

    boolean leave(Project project) throws IOException {
        boolean followed =
                store.write(actor, writing -> writing.mirrorKeeping().leave(project.id()));
        reading.forget(project.linkName());
        return followed;
    }

    /** Takes what the mirror has and is not here yet. */
    void fill(Project project) throws IOException {
        var mirror = mirror(project).orElseThrow();
        var held = hold(project);
        if (held.isEmpty()) {
            output.say(
                    "a server takes the mails of %1$s already; 'project show %1$s' tells how it goes"
                            .formatted(project.linkName()));
            return;
        }
        try (var hold = held.get();
                var watcher = new Watcher()) {
            long begun = System.nanoTime();
            var due = CLOCK.instant().plus(mirror.pause());
            try {
                tell(project, reading.read(project, mirror, watcher), System.nanoTime() - begun);
                hold.looked(null, due);
            } catch (MirrorTrouble e) {
                hold.looked(String.valueOf(e.getMessage()), due);
                throw e;
            }
        }
    }

    /** One that ended without a word, such as this verb when it was interrupted, is waited for. */
    private Optional<MirrorHold> hold(Project project) throws IOException {
        var end = CLOCK.instant().plus(MirrorHold.LONGEST);
        var held = MirrorHold.of(store, CLOCK, project.id());
        if (held.isEmpty()) {
            output.warn(
                    "another process took mails from there until now; waiting for it, %d s at most"
                            .formatted(MirrorHold.LONGEST.toSeconds()));
        }
        while (held.isEmpty() && CLOCK.instant().isBefore(end)) {
            try {
                Thread.sleep(WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted; run this again");
            }
            held = MirrorHold.of(store, CLOCK, project.id());
        }
        return held;
    }

    private void tell(Project project, Outcomes outcomes, long nanos) {
        Archives.tell(outcomes, output);
        output.say(
                """
                %s is filled (%d s). To look at it:
                  ./patchbay serve
                  http://127.0.0.1:8000/project/%s/list/
                While it is served, it follows the mirror; 'project show %s' tells how that goes.\
                """
                        .formatted(
                                project.name(),
                                Duration.ofNanos(nanos).toSeconds(),
                                project.linkName(),
                                project.linkName()));
    }

    @Override
    public void close() {
        store.close();
    }

    private final class Watcher implements MirrorWatcher, AutoCloseable {

        private @Nullable IngestProgress progress;

        @Override
        public void fetching(String what) {
            output.warn(what);
        }

        @Override
        public IntakeWatcher filing(long size) {
            var shown = IngestProgress.of(size, output, false);
            progress = shown;
            return shown;
        }

        @Override
        public void close() {
            if (progress != null) {
                progress.close();
            }
        }
    }
}
