package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.StoreContract;
import io.patchbay.store.StoreOpener;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.query.Selection;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several who file at once, in one process or in several on one database. */
final class FilingAtOnceTest extends StoreContract {

    private static final Selection EVERYTHING =
            new Selection(List.of(), List.of(), 0, Integer.MAX_VALUE);

    @Test
    void eightFilersInAnyOrderMakeTheSameSeriesAsOne() throws Exception {
        var mails = new ArrayList<>(new FilingTraffic(3).threadsInAnyOrder(40));
        FilingBatchTest.addProjects(store);
        new Filing(store, clock).file(mails);
        var expected = series(store);

        Collections.shuffle(mails, new Random(4));
        try (var other = StoreOpener.fresh(kind, folder.resolve("other")).open(clock, _ -> {})) {
            FilingBatchTest.addProjects(other);
            var filing = new Filing(other, clock);
            atOnce(
                    IntStream.range(0, 8)
                            .mapToObj(filer ->
                                    (Callable<Object>) () -> fileShare(filing, mails, filer, 8))
                            .toList());

            assertThat(series(other)).isEqualTo(expected).hasSize(40);
        }
    }

    private static Object fileShare(Filing filing, List<Mail> mails, int filer, int filers) {
        var filed = new ArrayList<Filed>();
        for (int at = filer; at < mails.size(); at += filers) {
            filed.add(filing.file(mails.get(at)));
        }
        return filed;
    }

    @Test
    void twoNodesThatFileTheSameListFileEachMailOnce() throws Exception {
        FilingBatchTest.addProjects(store);
        var mails = new FilingTraffic(5).mails(300);
        var unused = new Filing(store, clock).file(mails);

        var shared = StoreOpener.fresh(kind, folder.resolve("other"));
        try (var one = shared.open(clock, _ -> {});
                var two = shared.open(clock, _ -> {})) {
            FilingBatchTest.addProjects(one);
            atOnce(
                    List.of(
                            () -> fileInBatches(new Filing(one, clock), mails, 3),
                            () -> fileInBatches(new Filing(two, clock), mails, 7)));

            // Both go in order, so whichever is ahead files a mail when it is that mail's turn.
            assertThat(FilingTables.of(one)).isEqualTo(FilingTables.of(store));
        }
    }

    private static Object fileInBatches(Filing filing, List<Mail> mails, int size) {
        var filed = new ArrayList<Filed>();
        for (int at = 0; at < mails.size(); at += size) {
            filed.addAll(filing.file(mails.subList(at, Math.min(mails.size(), at + size))));
        }
        return filed;
    }

    private static void atOnce(List<Callable<Object>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work, 120, TimeUnit.SECONDS)) {
                done.get();
            }
        }
    }

    private static Set<String> series(DatabaseStore store) {
        return store.read(reading ->
                reading.series().list(EVERYTHING).rows().stream()
                        .map(series -> told(reading, series))
                        .collect(Collectors.toSet()));
    }

    private static String told(Reading reading, Series series) {
        var cover = series.cover();
        return "%s of %d: %s, %s"
                .formatted(
                        series.name(),
                        series.total(),
                        cover == null ? "no cover" : cover.msgid(),
                        reading.patches().numberedInSeries(series.id()).stream()
                                .map(patch -> patch.number() + " " + patch.msgid())
                                .toList());
    }
}
