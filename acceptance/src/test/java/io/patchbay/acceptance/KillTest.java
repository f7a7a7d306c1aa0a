package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.intake.BulkIntake;
import io.patchbay.intake.Delivered;
import io.patchbay.intake.Intake;
import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.TestDatabase;
import io.patchbay.tracker.Setup.NewProject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * SIGKILL at a random moment, then the same input again: the end is that of an undisturbed run. Two
 * rounds of each kind; fifty with {@code -Dpatchbay.long=true}.
 */
@Timeout(1_800)
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway") // JUnit sets the fields
class KillTest {

    private static final int ROUNDS = Boolean.getBoolean("patchbay.long") ? 50 : 2;
    private static final InstantSource CLOCK = InstantSource.system();

    private static final int COPIES_OF_CORPUS = 40;
    private static final int SENDERS = 4;
    private static final int SERIES_OF_SENDER = 12;

    private final long seed = Long.getLong("patchbay.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Parameter private TestDatabase database;
    @TempDir private Path folder;

    @BeforeEach
    void tellTheSeed() {
        System.out.println("KillTest: -Dpatchbay.seed=" + seed);
    }

    @Test
    void aBulkIntakeThatIsKilledAndRunAgainEndsAsIfUndisturbed() throws Exception {
        var archive = manyTimesTheCorpus();
        var undisturbed = withProjects("undisturbed");
        long usual = System.nanoTime();
        assertThat(ingest(undisturbed, archive).waitFor()).isZero();
        usual = System.nanoTime() - usual;
        var expected = Rows.everything(undisturbed.address().url());
        assertThat(expected.get("patch")).hasSizeGreaterThan(COPIES_OF_CORPUS);

        int inTheMiddle = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            var place = withProjects("killed-" + round);
            var killed = ingest(place, archive);
            killed.waitFor(
                    (long) (usual * (0.3 + 0.7 * random.nextDouble())), TimeUnit.NANOSECONDS);
            killed.destroyForcibly();
            inTheMiddle += killed.waitFor() == 0 ? 0 : 1;
            int found = Rows.messageIds(place.address().url()).size();

            ingestAgain(place, archive);

            assertThat(Rows.everything(place.address().url()))
                    .as("round %d, %d mails were filed when it was killed", round, found)
                    .isEqualTo(expected);
            place.address().drop();
        }
        System.out.printf("KillTest: %s, %d of %d ingests killed%n", database, inTheMiddle, ROUNDS);
    }

    @Test
    void everyMailThatLmtpAnsweredIsThereAfterAKillAndTheRestCanBeSentAgain() throws Exception {
        var shares = shares();
        var undisturbed = withProjects("undisturbed");
        deliver(undisturbed, shares);
        var expected = Rows.byMessageId(undisturbed.address().url());
        int mails = SENDERS * SERIES_OF_SENDER * ThreadedMails.MAILS;

        int answeredInAll = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            var name = "killed-" + round;
            var place = withProjects(name);
            var answered =
                    answeredUntilKilled(
                            place,
                            folder.resolve(name, "lmtp.sock"),
                            shares,
                            random.nextInt(mails));
            answeredInAll += answered.size();

            assertThat(Rows.messageIds(place.address().url()))
                    .as("round %d: all that was answered with 250", round)
                    .containsAll(answered)
                    .doesNotHaveDuplicates();
            deliver(place, shares);
            assertThat(Rows.byMessageId(place.address().url()))
                    .as("round %d", round)
                    .isEqualTo(expected);
            place.address().drop();
        }
        System.out.printf(
                "KillTest: %s, %d servers killed, %d of %d mails answered before%n",
                database, ROUNDS, answeredInAll, ROUNDS * mails);
    }

    /** Each of several senders hands in its share in order, until the server is killed. */
    private Queue<String> answeredUntilKilled(
            StorePlace place, Path door, List<List<String>> shares, int killAfter)
            throws Exception {
        var answered = new ConcurrentLinkedQueue<String>();
        var enough = new CountDownLatch(killAfter);
        try (var server = ServerRun.start(place.options())) {
            var senders = new ArrayList<Thread>();
            for (var share : shares) {
                senders.add(Thread.ofVirtual().start(() -> handIn(door, share, answered, enough)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            // Anywhere in the work for the next mails.
            long moment = System.nanoTime() + random.nextInt(5_000_000);
            while (System.nanoTime() < moment) {
                Thread.onSpinWait();
            }
            server.kill();
            for (var sender : senders) {
                sender.join();
            }
        }
        return answered;
    }

    private static void handIn(
            Path door, List<String> share, Queue<String> answered, CountDownLatch enough) {
        try (var sender = new LmtpSender(door)) {
            for (var mail : share) {
                if (sender.deliver(mail).startsWith("250 ")) {
                    answered.add(ThreadedMails.idOf(mail));
                    enough.countDown();
                }
            }
        } catch (IOException e) {
            // The server was killed; that is what the test is about.
        }
    }

    private static List<List<String>> shares() {
        var shares = new ArrayList<List<String>>();
        for (int sender = 0; sender < SENDERS; sender++) {
            var share = new ArrayList<String>();
            for (int series = 0; series < SERIES_OF_SENDER; series++) {
                share.addAll(ThreadedMails.series("s%d-%d".formatted(sender, series)));
            }
            shares.add(share);
        }
        return shares;
    }

    private static void deliver(StorePlace place, List<List<String>> shares)
            throws InterruptedException {
        try (var store = place.open(Durability.CHECKPOINTS, CLOCK);
                var intake = new Intake(store, CLOCK, Intake.USUAL_KEEPING)) {
            for (var share : shares) {
                for (var mail : share) {
                    var raw =
                            new Arrival.Raw(
                                    "a test", mail.getBytes(ISO_8859_1), Arrival.Form.DELIVERED);
                    assertThat(intake.delivery().deliver(raw, null))
                            .isInstanceOf(Delivered.Taken.class);
                }
            }
        }
    }

    /** A store that knows the lists of all mails and nothing else. */
    private StorePlace withProjects(String name) throws IOException {
        var place = StorePlace.in(folder.resolve(name), database);
        try (var store = place.open(Durability.CHECKPOINTS, CLOCK)) {
            PostOffice.addProject(store);
            store.write(writing ->
                    writing.setup()
                            .addProject(
                                    new NewProject(
                                            "harbor",
                                            "Harbor",
                                            "harbor-devel.lists.example.org",
                                            "harbor-devel@lists.example.org",
                                            "")));
        }
        return place;
    }

    private static Process ingest(StorePlace place, Path archive) throws IOException {
        var words = new ArrayList<>(List.of("ingest", archive.toString()));
        words.addAll(place.options());
        return new ProcessBuilder(ProgramRun.command(words.toArray(String[]::new)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void ingestAgain(StorePlace place, Path archive) throws IOException {
        try (var store = place.open(Durability.CHECKPOINTS, CLOCK);
                var intake = new Intake(store, CLOCK, Duration.ZERO);
                var source = MailSource.open(archive)) {
            var unused =
                    new BulkIntake(intake.filing(), new Unwatched(), intake.quarantine())
                            .take(source);
        }
    }

    private record Unwatched() implements IntakeWatcher {

        @Override
        public void advanced(int mails, long bytesRead) {}

        @Override
        public void refused(String origin, String reason) {}
    }

    /** Each copy with Message-IDs of its own. */
    private Path manyTimesTheCorpus() throws IOException {
        var mails = new ArrayList<String>();
        for (var file : Corpus.mails().values()) {
            mails.add(Files.readString(file, ISO_8859_1));
        }
        var ids = new ArrayList<String>();
        var header = Pattern.compile("(?im)^message-id:\\s*<([^>]+)>");
        for (var mail : mails) {
            var found = header.matcher(mail);
            if (found.find()) {
                ids.add(Pattern.quote(found.group(1)));
            }
        }
        var anyId = Pattern.compile(String.join("|", ids));
        var archive = folder.resolve("archive.mbox");
        try (var out = Files.newBufferedWriter(archive, ISO_8859_1)) {
            for (int copy = 0; copy < COPIES_OF_CORPUS; copy++) {
                for (var mail : mails) {
                    out.write("From mboxrd@z Thu Jan  1 00:00:00 1970\n");
                    out.write(anyId.matcher(mail).replaceAll("c" + copy + ".$0"));
                    out.write("\n");
                }
            }
        }
        return archive;
    }
}
