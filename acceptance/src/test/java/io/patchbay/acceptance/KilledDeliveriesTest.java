package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.database.Durability;
import io.patchbay.testing.TestDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Every mail is delivered twice, in any order, replies before their patches among them, to a server
 * that is killed on the way; then all of it once more. Two rounds; fifty with {@code
 * -Dpatchbay.long=true}.
 */
@Timeout(1_800)
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway") // JUnit sets the fields
class KilledDeliveriesTest {

    private static final int ROUNDS = Boolean.getBoolean("patchbay.long") ? 50 : 2;
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int SENDERS = 4;
    private static final int SERIES = 24;

    /** Of a thread's order nothing hangs on these. */
    private static final List<String> COMPARED =
            List.of("patch", "cover", "comment on patch", "comment on cover", "tag");

    private final long seed = Long.getLong("patchbay.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Parameter private TestDatabase database;
    @TempDir private Path folder;

    @Test
    void everyMailIsThereOnceAndInItsPlace() throws Exception {
        System.out.println("KilledDeliveriesTest: -Dpatchbay.seed=" + seed);
        var mails = new ArrayList<String>();
        for (int series = 0; series < SERIES; series++) {
            mails.addAll(ThreadedMails.series("s" + series));
        }
        var undisturbed = withProject("undisturbed");
        deliver(undisturbed, "undisturbed", List.of(mails), Integer.MAX_VALUE);
        var expected = compared(undisturbed);
        assertThat(expected.get("comment on patch")).hasSize(SERIES);

        int answeredInAll = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            var name = "killed-" + round;
            var place = withProject(name);
            var answered = deliver(place, name, twice(mails), random.nextInt(2 * mails.size()));
            answeredInAll += answered.size();

            assertThat(Rows.messageIds(place.address().url()))
                    .as("round %d: all that was told to be filed", round)
                    .containsAll(answered)
                    .doesNotHaveDuplicates();
            deliver(place, name, twice(mails), Integer.MAX_VALUE);

            assertThat(compared(place)).as("round %d", round).isEqualTo(expected);
            assertThat(Rows.everything(place.address().url()).get("waiting_mail"))
                    .as("round %d", round)
                    .isEmpty();
            place.address().drop();
        }
        System.out.printf(
                "KilledDeliveriesTest: %s, %d servers killed, %d of %d deliveries answered before%n",
                database, ROUNDS, answeredInAll, ROUNDS * 2 * mails.size());
    }

    private List<List<String>> twice(List<String> mails) {
        var all = new ArrayList<>(mails);
        all.addAll(mails);
        Collections.shuffle(all, random);
        return IntStream.range(0, SENDERS)
                .mapToObj(sender ->
                        IntStream.range(0, all.size())
                                .filter(at -> at % SENDERS == sender)
                                .mapToObj(all::get)
                                .toList())
                .toList();
    }

    private static Map<String, List<String>> compared(StorePlace place) throws Exception {
        var rows = Rows.byMessageId(place.address().url());
        rows.keySet().retainAll(COMPARED);
        return rows;
    }

    /**
     * @param killAfter how many answers are waited for
     * @return the ids of the mails that were told to be filed or here
     */
    private Queue<String> deliver(
            StorePlace place, String name, List<List<String>> shares, int killAfter)
            throws Exception {
        var filed = new ConcurrentLinkedQueue<String>();
        boolean kills = killAfter < Integer.MAX_VALUE;
        var enough = new CountDownLatch(kills ? killAfter : 0);
        var door = folder.resolve(name, "lmtp.sock");
        try (var server = ServerRun.start(place.options())) {
            var senders = new ArrayList<Thread>();
            for (var share : shares) {
                senders.add(
                        Thread.ofVirtual().start(() -> handIn(door, share, filed, enough, kills)));
            }
            if (kills) {
                assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
                long moment = System.nanoTime() + random.nextInt(5_000_000);
                while (System.nanoTime() < moment) {
                    Thread.onSpinWait();
                }
                server.kill();
            }
            for (var sender : senders) {
                sender.join();
            }
        }
        return filed;
    }

    private static void handIn(
            Path door,
            List<String> share,
            Queue<String> filed,
            CountDownLatch enough,
            boolean isKilled) {
        try (var sender = new LmtpSender(door)) {
            for (var mail : share) {
                var answer = sender.deliver(mail);
                if (answer.startsWith("250 ") && !answer.contains("not filed")) {
                    filed.add(ThreadedMails.idOf(mail));
                }
                enough.countDown();
            }
        } catch (IOException e) {
            if (!isKilled) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private StorePlace withProject(String name) throws IOException {
        var place = StorePlace.in(folder.resolve(name), database);
        try (var store = place.open(Durability.CHECKPOINTS, CLOCK)) {
            PostOffice.addProject(store);
        }
        return place;
    }
}
