package io.patchbay.intake;

import static io.patchbay.intake.DemoStore.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.intake.source.MailSource;
import io.patchbay.intake.source.ReadMarks;
import io.patchbay.intake.source.SampleInbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

@Timeout(60)
class InboxFollowerTest {

    private static final Duration PAUSE = Duration.ofMillis(5);

    @TempDir private Path folder;
    private DemoStore demo;
    private SampleInbox inbox;

    @BeforeEach
    void open() throws IOException {
        demo = new DemoStore(folder);
        inbox = new SampleInbox(folder.resolve("list"));
        inbox.add(0, patch(1));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void whatComesIsTakenAndNewEpochsToo() throws IOException {
        try (var _ = follow(new Gate())) {
            awaitPatches("change 1");

            inbox.add(0, patch(2));
            awaitPatches("change 1", "change 2");

            inbox.add(1, patch(3));
            awaitPatches("change 1", "change 2", "change 3");
        }
    }

    @Test
    void theNextFollowerGoesOnWhereTheFirstStopped() throws IOException {
        try (var _ = follow(new Gate())) {
            awaitPatches("change 1");
        }
        inbox.add(0, patch(2));

        try (var source = MailSource.open(inbox.folder(), marks())) {
            assertThat(source.next()).isNotNull();
            assertThat(source.next()).isNull();
        }
    }

    @Test
    void aClosedGateKeepsMailsInTheFolder() throws IOException {
        var gate = new Gate();
        gate.close();

        try (var _ = follow(gate)) {
            assertThat(demo.patchNames()).isEmpty();
            gate.open();
            awaitPatches("change 1");
        }
    }

    @Test
    void aFolderThatIsAwayForAWhileIsFollowedWhenItIsBack() throws IOException {
        try (var _ = follow(new Gate())) {
            awaitPatches("change 1");

            Files.move(inbox.folder(), folder.resolve("away"));
            new SampleInbox(folder.resolve("away")).add(0, patch(2));
            Files.move(folder.resolve("away"), inbox.folder());

            awaitPatches("change 1", "change 2");
        }
    }

    @Test
    void aMissingMailStopsNothingAndIsTakenWhenItIsThere() throws IOException {
        inbox.add(0, patch(2));
        inbox.add(0, patch(3));
        var lost = inbox.lose(0, "HEAD~1:m");

        try (var _ = follow(new Gate())) {
            awaitPatches("change 1", "change 3");

            inbox.find(0, lost);
            awaitPatches("change 1", "change 3", "change 2");
        }
    }

    @Test
    void aFolderThatIsNoInboxIsRefusedAtOnce() {
        assertThatThrownBy(() -> new InboxFollower(folder, demo.filing, marks(), new Gate(), PAUSE))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessageContaining("expected a public-inbox folder");
    }

    private InboxFollower follow(Gate gate) throws IOException {
        return new InboxFollower(inbox.folder(), demo.filing, marks(), gate, PAUSE);
    }

    private ReadMarks marks() {
        return ReadMarks.in(demo.store, Optional.empty());
    }

    /** The time limit of the test ends it. */
    private void awaitPatches(String... names) {
        while (demo.patchNames().size() < names.length) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        assertThat(demo.patchNames()).containsExactly(names);
    }
}
