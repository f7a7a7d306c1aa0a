package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@Timeout(60)
class DeliveriesAtOnceTest {

    private static final int SERIES = 40;
    private static final int SENDERS = 8;

    @TempDir private Path folder;

    @Test
    void eightSendersInRandomOrderMakeTheSameSeriesAsOne() throws Exception {
        // Replies are left out: one that comes before its patch is rightly not filed.
        var mails = new ArrayList<String>();
        for (int number = 0; number < SERIES; number++) {
            mails.addAll(ThreadedMails.series("s" + number).subList(0, 1 + ThreadedMails.PATCHES));
        }
        var one = folder.resolve("one.db");
        deliver(one, List.of(mails));

        Collections.shuffle(mails, new Random(11));
        var many = folder.resolve("many.db");
        deliver(
                many,
                IntStream.range(0, SENDERS)
                        .mapToObj(sender ->
                                IntStream.range(0, mails.size())
                                        .filter(at -> at % SENDERS == sender)
                                        .mapToObj(mails::get)
                                        .toList())
                        .toList());

        // What series refer to, and when they were complete, depends on the order.
        var expected = Rows.byMessageId("jdbc:sqlite:" + one);
        var found = Rows.byMessageId("jdbc:sqlite:" + many);
        for (var what : List.of("patch", "cover", "tally", "kept mail")) {
            assertThat(found.get(what)).as(what).isEqualTo(expected.get(what));
        }
    }

    private static void deliver(Path file, List<List<String>> shares) throws Exception {
        var store = DatabaseStore.sqlite(file, Durability.CHECKPOINTS, InstantSource.system());
        try (var office = new PostOffice(store);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Integer>>();
            for (var share : shares) {
                work.add(() -> {
                    try (var sender = office.sender()) {
                        for (var mail : share) {
                            assertThat(sender.deliver(mail)).startsWith("250 2.0.0 filed");
                        }
                    }
                    return share.size();
                });
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }
}
