package io.patchbay.store.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.events.Notifications.Change;
import io.patchbay.tracker.events.Notifications.Due;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class NotificationsTest extends StoreContract {

    private static final Duration DELAY = Duration.ofMinutes(10);

    /** Ann has the patches 1 and 2, Bob has 3; 4 is Ann's in a project that tells nobody. */
    @BeforeEach
    void fill() {
        sample(sample -> {
            long told = sample.project("told");
            long silent = sample.project("silent");
            long ann = sample.person("Ann");
            long bob = sample.person("Bob");
            var setup = sample.writing().setup();
            setup.change(sample.projectWith(told).sendingNotifications(true));
            sample.patch(told, ann, "one");
            sample.patch(told, ann, "two");
            sample.patch(told, bob, "three");
            return sample.patch(silent, ann, "four");
        });
    }

    @Test
    void aSubmitterIsDueWhenNoneOfHisPatchesChangedForAWhile() {
        accept(1);
        clock.advance(Duration.ofMinutes(6));
        accept(2);
        accept(3);
        accept(4);
        clock.advance(Duration.ofMinutes(6));
        assertThat(take()).isEmpty();

        clock.advance(Duration.ofMinutes(4));
        var due = take();

        assertThat(due).extracting(one -> one.submitter().name()).containsExactly("Ann", "Bob");
        assertThat(due.getFirst().changes())
                .extracting(
                        Change::patchId,
                        Change::name,
                        change -> change.before().slug(),
                        change -> change.now().slug(),
                        change -> change.project().linkName())
                .containsExactly(
                        tuple(1L, "one", "new", "accepted", "told"),
                        tuple(2L, "two", "new", "accepted", "told"));
    }

    @Test
    void whatWasTakenIsLeftAloneForAWhileAndDueAgainUnlessItWasSettled() {
        accept(1);
        accept(3);
        clock.advance(DELAY);

        var first = take();
        var second = take();
        change(writing -> writing.notifications().settle(first.getFirst()));
        clock.advance(DELAY);

        assertThat(first).hasSize(2);
        assertThat(second).isEmpty();
        assertThat(take()).extracting(one -> one.submitter().name()).containsExactly("Bob");
    }

    @Test
    void whatChangesWhileItIsMailedIsDueAgain() {
        accept(1);
        clock.advance(DELAY);
        var due = take().getFirst();
        clock.advance(Duration.ofSeconds(1));
        state(1, "rejected");

        change(writing -> writing.notifications().settle(due));
        clock.advance(DELAY);

        assertThat(take().getFirst().changes())
                .extracting(change -> change.now().slug())
                .containsExactly("rejected");
    }

    @Test
    void onlySoManyAreTakenAtOnce() {
        accept(1);
        accept(3);
        clock.advance(DELAY);

        assertThat(write(writing -> writing.notifications().take(quiet(), 1)).size()).isEqualTo(1);
        assertThat(take()).hasSize(1);
    }

    @Test
    void whatIsNoNewsAnyMoreIsForgotten() {
        accept(1);
        clock.advance(Duration.ofDays(8));
        accept(3);

        int forgotten =
                write(writing ->
                        writing.notifications().forget(clock.instant().minus(Duration.ofDays(7))));

        assertThat(forgotten).isEqualTo(1);
        clock.advance(DELAY);
        assertThat(take()).extracting(one -> one.submitter().name()).containsExactly("Bob");
    }

    private void accept(long patch) {
        state(patch, "accepted");
    }

    private void state(long patch, String slug) {
        sample(sample -> {
            sample.edit(patch, change -> change.state(sample.state(slug)));
            return patch;
        });
    }

    private List<Due> take() {
        return write(writing -> writing.notifications().take(quiet(), 10));
    }

    private Instant quiet() {
        return clock.instant().minus(DELAY);
    }
}
