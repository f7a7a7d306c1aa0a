package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.intake.Intake;
import io.patchbay.intake.mirror.MirrorFollower;
import io.patchbay.intake.mirror.MirrorHold;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.GitHttp;
import io.patchbay.testing.GitInbox;
import io.patchbay.testing.TestDatabase;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.mails.ListMirror;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A mirror that several processes could follow, and one that is killed while it does. */
@Timeout(300)
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway") // JUnit sets the fields
class MirrorTest {

    private static final int MAILS = 4_000;
    private static final Duration PAUSE = Duration.ofMillis(10);

    @Parameter private TestDatabase database;
    @TempDir private Path folder;
    private StorePlace place;
    private GitInbox inbox;

    @BeforeEach
    void make() {
        place = StorePlace.in(folder.resolve("data"), database);
        store(InstantSource.system()).close();
        inbox = new GitInbox(folder.resolve("list"));
    }

    @AfterEach
    void drop() {
        place.address().drop();
    }

    /** Runs by itself from a moment on, and knows how often it was asked. */
    private static final class Clock implements InstantSource {

        private final AtomicInteger asked = new AtomicInteger();
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            asked.incrementAndGet();
            return Instant.now().plus(ahead);
        }

        void awaitAsked(int times) {
            int begun = asked.get();
            await(() -> asked.get() >= begun + times);
        }
    }

    @Test
    void oneNodeLooksAtAMirrorAndAnotherWhenThatEndedWithoutAWord() throws IOException {
        inbox.add(0, mail(1));
        var clock = new Clock();
        try (var dead = store(clock);
                var alive = store(clock);
                var http = new GitHttp(inbox.folder());
                var intake = new Intake(alive, clock, Duration.ZERO)) {
            long project = project(dead, http.url() + "/0");
            // Renews its hold after ten seconds of this test at the earliest.
            var hold = MirrorHold.of(dead, InstantSource.fixed(clock.instant()), project);
            assertThat(hold).isPresent();

            try (var _ =
                    new MirrorFollower(alive, clock, intake, folder.resolve("copies"), PAUSE)) {
                clock.awaitAsked(50);
                assertThat(http.requests()).isZero();

                clock.ahead = Duration.ofSeconds(31);
                await(() -> patches(alive) == 1);
            }
        }
    }

    @Test
    void aMirrorThatIsNotReachedIsTriedAgainAfterLongerAndLongerPauses() throws IOException {
        inbox.add(0, mail(1));
        var clock = new Clock();
        var http = new GitHttp(inbox.folder());
        int port = http.port();
        http.close();
        try (var store = store(clock);
                var intake = new Intake(store, clock, Duration.ZERO)) {
            long project = project(store, "http://127.0.0.1:%d/0".formatted(port));
            try (var _ =
                    new MirrorFollower(store, clock, intake, folder.resolve("copies"), PAUSE)) {
                var pauses = new ArrayList<Long>();
                for (int failures = 1; failures <= 5; failures++) {
                    int wanted = failures;
                    await(() -> mirror(store, project).failures() == wanted);
                    var due = mirror(store, project).due();
                    pauses.add(Duration.between(clock.instant(), due).plusSeconds(30).toMinutes());
                    clock.ahead = clock.ahead.plus(Duration.between(clock.instant(), due));
                }
                assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 60L);
                assertThat(mirror(store, project).trouble()).contains("cannot be reached");

                try (var _ = new GitHttp(inbox.folder(), port)) {
                    clock.ahead = clock.ahead.plus(Duration.ofHours(1));
                    await(() -> mirror(store, project).failures() == 0);
                    assertThat(patches(store)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void aFillThatIsKilledGoesOnWhereItWas() throws Exception {
        inbox.addAll(0, IntStream.rangeClosed(1, MAILS).mapToObj(MirrorTest::mail).toList());
        var undisturbed = StorePlace.in(folder.resolve("undisturbed"), database);
        assertThat(fill(undisturbed).waitFor()).isZero();

        var killed = fill(place);
        await(() -> !filed(place).isEmpty() || !killed.isAlive());
        killed.destroyForcibly();
        assertThat(killed.waitFor()).isNotZero();
        assertThat(filed(place)).hasSizeLessThan(MAILS);
        assertThat(fill(place).waitFor()).isZero();

        assertThat(filed(place)).hasSize(MAILS).doesNotHaveDuplicates();
        assertThat(Rows.byMessageId(place.address().url()))
                .isEqualTo(Rows.byMessageId(undisturbed.address().url()));
        undisturbed.address().drop();
    }

    private Process fill(StorePlace place) throws IOException {
        var words = new ArrayList<>(List.of("project", "add", "harbor", "--from"));
        words.add(inbox.folder().toString());
        words.addAll(place.options());
        return new ProcessBuilder(ProgramRun.command(words.toArray(String[]::new)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> filed(StorePlace place) {
        try {
            return Rows.messageIds(place.address().url());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DatabaseStore store(InstantSource clock) {
        return place.open(Durability.CHECKPOINTS, clock);
    }

    private static long project(DatabaseStore store, String location) {
        return store.write(writing -> {
            long project =
                    writing.setup()
                            .addProject(
                                    new NewProject(
                                            "harbor", "Harbor", "harbor.example.org", "", ""));
            writing.mirrorKeeping().follow(project, location, null, Duration.ofMinutes(5));
            return project;
        });
    }

    private static ListMirror mirror(DatabaseStore store, long project) {
        return store.read(reading -> reading.mirrors().of(project).orElseThrow());
    }

    private static int patches(DatabaseStore store) {
        return store.read(reading -> reading.patches().list(Instance.EVERYTHING).rows().size());
    }

    /** The time limit of the test ends it. */
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static String mail(int number) {
        return """
        From: Ann <ann@example.org>
        Subject: [PATCH] change %1$d
        Message-Id: <%1$d@example.org>
        Date: Mon, 01 Jan 2024 00:00:00 +0000
        List-Id: <harbor.example.org>

        --- a/file
        +++ b/file
        @@ -1 +1 @@
        -old
        +new %1$d
        """
                .formatted(number);
    }
}
