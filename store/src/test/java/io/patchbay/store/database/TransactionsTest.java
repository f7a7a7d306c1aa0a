package io.patchbay.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.Sample;
import io.patchbay.store.StoreContract;
import io.patchbay.store.WriteTransaction;
import io.patchbay.tracker.events.Event;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class TransactionsTest extends StoreContract {

    @Test
    void whatAThrowingWriteDidIsUndone() {
        var reason = new IllegalStateException("changed my mind");

        assertThatThrownBy(() ->
                        sample(sample -> {
                            sample.project("alpha");
                            throw reason;
                        }))
                .isSameAs(reason);

        var projects = read(reading -> reading.projects().all());
        assertThat(projects).isEmpty();
    }

    @Test
    void aWriteAfterAFailedOneSucceeds() {
        assertThatThrownBy(() -> sample(sample -> sample.patch(99, 99, "of no project")))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("insert into patch");

        sample(sample -> sample.project("alpha"));

        var projects = read(reading -> reading.projects().all());
        assertThat(projects).hasSize(1);
    }

    @Test
    void whatAWriteDidIsThereAfterTheStoreIsOpenedAgain() {
        sample(sample -> sample.project("alpha"));

        store.close();
        store = database.open(clock, statements::add);

        var project = read(reading -> reading.projects().withLinkName("alpha"));
        assertThat(project).isPresent();
    }

    @Test
    void aWriteInsideAWriteIsRefused() {
        assertThatThrownBy(() -> write(outer -> write(inner -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a write");
    }

    @Test
    void aReadSeesOneSnapshotWhateverIsWrittenMeanwhile() {
        sample(sample -> sample.project("alpha"));

        var sizes =
                read(reading -> {
                    int before = reading.projects().all().size();
                    sample(sample -> sample.project("beta"));
                    return List.of(before, reading.projects().all().size());
                });

        assertThat(sizes).containsExactly(1, 1);
    }

    @Test
    void aWriteSeesItsOwnRows() {
        var names =
                sample(sample -> {
                    sample.project("alpha");
                    return sample.writing().projects().all();
                });

        assertThat(names).hasSize(1);
    }

    @Test
    void eventsRiseInTheOrderOfCommitsWithEightWriters() throws Exception {
        long project = sample(sample -> sample.project("alpha"));
        long person = sample(sample -> sample.person("Ann"));
        try (var other = database.open(clock, _ -> {});
                var threads = Executors.newFixedThreadPool(9)) {
            var done = new CountDownLatch(8);
            var poller = threads.submit(() -> poll(done));

            var writers = write(threads, done, List.of(store, other), project, person);

            for (var writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            var polled = poller.get(60, TimeUnit.SECONDS);
            var all = read(reading -> reading.events().after(0, 1_000));
            assertThat(all).hasSize(8 * 25);
            assertThat(all).extracting(Event::date).isSorted().doesNotHaveDuplicates();
            assertThat(polled).isEqualTo(all.stream().map(Event::id).toList());
        }
    }

    private static List<? extends Future<?>> write(
            ExecutorService threads,
            CountDownLatch done,
            List<DatabaseStore> nodes,
            long project,
            long person) {
        return IntStream.range(0, 8)
                .mapToObj(writer ->
                        threads.submit(() -> {
                            var node = nodes.get(writer % nodes.size());
                            try {
                                for (int i = 0; i < 25; i++) {
                                    node.write(writing ->
                                            new Sample((WriteTransaction) writing)
                                                    .patch(project, person, "patch"));
                                }
                            } finally {
                                done.countDown();
                            }
                        }))
                .toList();
    }

    /** Asks for what is behind the last event seen, as clients do. */
    private List<Long> poll(CountDownLatch done) {
        var seen = new ArrayList<Long>();
        boolean last;
        do {
            last = done.getCount() == 0;
            long newest = seen.isEmpty() ? 0 : seen.getLast();
            read(reading -> reading.events().after(newest, 1_000)).stream()
                    .map(Event::id)
                    .forEach(seen::add);
        } while (!last);
        return seen;
    }

    @Test
    void noIdIsUsedTwice() {
        long first = sample(sample -> sample.project("alpha"));
        change(writing ->
                ((WriteTransaction) writing).transaction().sql().update("delete from project"));

        long second = sample(sample -> sample.project("beta"));

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void idsGivenAfterAnImportedOneAreGreater() {
        sample(sample -> {
            sample.writing().transaction().ids().used("project", 41);
            return true;
        });

        long next = sample(sample -> sample.project("alpha"));

        assertThat(next).isEqualTo(42);
    }

    @Test
    void idsOfAnUndoneWriteAreFreeAgain() {
        var ids =
                Stream.of(true, false)
                        .map(undone -> {
                            long[] id = new long[1];
                            try {
                                sample(sample -> {
                                    id[0] = sample.project("alpha");
                                    if (undone) {
                                        throw new IllegalStateException();
                                    }
                                    return true;
                                });
                            } catch (IllegalStateException e) {
                                assertThat(undone).isTrue();
                            }
                            return id[0];
                        })
                        .toList();

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }
}
