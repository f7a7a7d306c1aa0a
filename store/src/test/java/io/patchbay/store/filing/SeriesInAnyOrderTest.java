package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.store.StoreContract;
import io.patchbay.store.database.Row;
import io.patchbay.tracker.Filing;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Pairs of equally long series that one author sends within minutes, delivered by several at once
 * in any order: the thread alone tells them apart. A review of each comes among them.
 */
final class SeriesInAnyOrderTest extends StoreContract {

    private static final int PAIRS = 120;
    private static final int DELIVERERS = 8;

    @Test
    void everySeriesIsWhole() throws Exception {
        FilingBatchTest.addProjects(store);
        var random = new Random(11);
        var mails = new ArrayList<Mail>();
        for (int pair = 0; pair < PAIRS; pair++) {
            addPair(mails, pair, random);
        }
        Collections.shuffle(mails, random);

        deliver(mails);

        assertThat(list("select cast(id as varchar(20)) from series")).hasSize(2 * PAIRS);
        assertThat(
                        list(
                                """
                                select patch_comment.msgid from patch_comment
                                  join patch on patch.id = patch_id
                                 where patch_comment.msgid = '<r-' || substr(patch.msgid, 2)
                                """))
                .hasSize(2 * PAIRS);
        assertThat(list("select msgid from cover_comment")).isEmpty();
        assertThat(list("select msgid from waiting_mail")).isEmpty();
        assertThat(
                        list(
                                """
                                select series.name from series
                                 where total <> received_total
                                    or exists (select 1 from patch
                                                where patch.series_id = series.id
                                                  and patch.name not like '%' || series.name)
                                """))
                .isEmpty();
    }

    /** All patches of a series say its name; half of the pairs are of one author. */
    private static void addPair(List<Mail> mails, int pair, Random random) {
        var author = "Author %d <author-%d@example.com>".formatted(pair / 2, pair / 2);
        var sender = new ThreadedMails().from(author);
        int total = 2 + random.nextInt(2);
        var version = random.nextBoolean() ? "" : "v2 ";
        boolean isDeep = random.nextBoolean();
        for (var half : List.of("a", "b")) {
            double minute = pair % 2 * 10 + (half.equals("a") ? 0 : 5);
            var name = "work %d%s".formatted(pair, half);
            var thread = new ArrayList<String>();
            for (int number = 0; number <= total; number++) {
                var id = "%d-%s-%d".formatted(pair, half, number);
                mails.add(
                        sender.mail(
                                id,
                                "[PATCH %s%d/%d] %s".formatted(version, number, total, name),
                                minute + number / 60.0,
                                thread.toArray(String[]::new)));
                if (number == 0 || isDeep) {
                    thread.add(id);
                }
                if (number == total) {
                    mails.add(review(id, name, minute + 30, thread));
                }
            }
        }
    }

    /** Of the last patch of a series. */
    private static Mail review(String patch, String name, double minute, List<String> thread) {
        var references = new ArrayList<>(thread);
        references.remove(patch);
        references.add(patch);
        return new ThreadedMails()
                .from("Ben <ben@example.org>")
                .saying("Fine.\n")
                .mail("r-" + patch, "Re: " + name, minute, references.toArray(String[]::new));
    }

    private void deliver(List<Mail> mails) throws Exception {
        var filing = new Filing(store, clock);
        var work =
                IntStream.range(0, DELIVERERS)
                        .mapToObj(deliverer -> share(filing, mails, deliverer))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(DELIVERERS)) {
            for (var done : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        }
    }

    private static Callable<Object> share(Filing filing, List<Mail> mails, int deliverer) {
        return () -> {
            for (int at = deliverer; at < mails.size(); at += DELIVERERS) {
                var unused = filing.file(mails.get(at));
            }
            return mails;
        };
    }

    private List<String> list(String query) {
        return sample(sample -> sample.writing().transaction().sql().list(query, Row::text));
    }
}
