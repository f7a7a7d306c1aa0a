package io.patchbay.store.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.store.WriteTransaction;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.events.Event.CoverCommentCreated;
import io.patchbay.tracker.events.Event.PatchCommentCreated;
import io.patchbay.tracker.events.Event.PatchCompleted;
import io.patchbay.tracker.events.Event.PatchDelegated;
import io.patchbay.tracker.events.Event.PatchStateChanged;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.ByActor;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InSeries;
import io.patchbay.tracker.query.Criterion.NotOfCategories;
import io.patchbay.tracker.query.Criterion.OfCategory;
import io.patchbay.tracker.query.Criterion.OfCovers;
import io.patchbay.tracker.query.Criterion.OfPatches;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

final class EventsTest extends StoreContract {

    /** One event of each category, all in one transaction, except that of checks. */
    @BeforeEach
    void fill() {
        sample(sample -> {
            long alpha = sample.project("alpha");
            sample.project("beta");
            long ann = sample.person("Ann");
            var tom = sample.userWith(sample.user("tom"));
            long set = sample.series(alpha, ann, "a set", 1);
            long cover = sample.cover(alpha, ann, "a set", set);
            long patch = sample.patchOf(set, 1, alpha, ann, "first");
            var events = sample.writing().transaction().events();
            events.patchCompleted(alpha, patch, set);
            events.seriesCompleted(alpha, set);
            sample.commentOnPatch(patch, ann, "hm");
            sample.commentOnCover(cover, ann, "oh");
            var accepted = sample.state("accepted");
            sample.edit(patch, change -> change.state(accepted).delegate(tom));
            long other = sample.patch(alpha, ann, "other");
            sample.relate(other, Set.of(patch, other), tom);
            return true;
        });
    }

    @Test
    void eventsOfOneTransactionKeepTheirOrderByAMicrosecondEach() {
        var events = read(reading -> reading.events().after(0, 100));

        assertThat(events)
                .extracting(event -> event.what().category())
                .containsExactly(
                        Category.SERIES_CREATED,
                        Category.COVER_CREATED,
                        Category.PATCH_CREATED,
                        Category.PATCH_COMPLETED,
                        Category.SERIES_COMPLETED,
                        Category.PATCH_COMMENT_CREATED,
                        Category.COVER_COMMENT_CREATED,
                        Category.PATCH_STATE_CHANGED,
                        Category.PATCH_DELEGATED,
                        Category.PATCH_CREATED,
                        Category.PATCH_RELATION_CHANGED,
                        Category.PATCH_RELATION_CHANGED);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).date()).isEqualTo(NOON.plusNanos(i * 1_000L));
        }
    }

    @Test
    void anEventTellsWhatItIsAbout() {
        var events = read(reading -> reading.events().after(0, 100));

        assertThat(events)
                .extracting(Event::what)
                .anySatisfy(what ->
                        assertThat(what)
                                .isInstanceOfSatisfying(
                                        PatchCompleted.class,
                                        completed -> {
                                            assertThat(completed.patch().name()).isEqualTo("first");
                                            assertThat(completed.series().name())
                                                    .isEqualTo("a set");
                                        }))
                .anySatisfy(what ->
                        assertThat(what)
                                .isInstanceOfSatisfying(
                                        PatchStateChanged.class,
                                        changed -> {
                                            assertThat(changed.previous().slug()).isEqualTo("new");
                                            assertThat(changed.current().slug())
                                                    .isEqualTo("accepted");
                                        }))
                .anySatisfy(what ->
                        assertThat(what)
                                .isInstanceOfSatisfying(
                                        PatchDelegated.class,
                                        delegated -> {
                                            assertThat(delegated.previous()).isNull();
                                            assertThat(delegated.current())
                                                    .extracting("username")
                                                    .isEqualTo("tom");
                                        }));
    }

    @Test
    void anEventOfACommentTellsWhatItReplesTo() {
        var whats = read(reading -> reading.events().after(0, 100)).stream().map(Event::what);

        assertThat(whats)
                .filteredOn(what ->
                        switch (what) {
                            case PatchCommentCreated(var patch, var comment) ->
                                    comment.parent().id() == patch.id()
                                            && comment.msgid().contains("comment-patch");
                            case CoverCommentCreated(var cover, var comment) ->
                                    comment.parent().id() == cover.id()
                                            && comment.msgid().contains("comment-cover");
                            default -> false;
                        })
                .hasSize(2);
    }

    @Test
    void theFollowerGetsWhatIsBehindTheLastSeen() {
        long newest = read(reading -> reading.events().newest());

        var behind = read(reading -> reading.events().after(newest - 3, 2));

        assertThat(behind).extracting(Event::id).containsExactly(newest - 2, newest - 1);
    }

    @Test
    void theNewestOfNoEventsIsZero() {
        change(writing ->
                ((WriteTransaction) writing).transaction().sql().update("delete from event"));

        long newest = read(reading -> reading.events().newest());

        assertThat(newest).isZero();
    }

    @Test
    void theDateOfTheNextEventIsGreaterEvenIfTheClockStandsStill() {
        long newest = read(reading -> reading.events().newest());

        sample(sample -> sample.patch(1, 1, "later"));

        var events = read(reading -> reading.events().after(newest - 1, 10));
        assertThat(events).hasSize(2).isSortedAccordingTo(Comparator.comparing(Event::date));
        assertThat(events.get(0).date()).isNotEqualTo(events.get(1).date());
    }

    @Test
    void eventsAreFilteredByEachCriterion() {
        assertThat(ids(new InProjects(Set.of(1L)))).hasSize(12);
        assertThat(ids(new InProjects(Set.of(2L)))).isEmpty();
        assertThat(ids(new OfCategory(Category.PATCH_CREATED))).containsExactly(3L, 10L);
        assertThat(
                        ids(
                                new NotOfCategories(
                                        Set.of(
                                                Category.PATCH_COMMENT_CREATED,
                                                Category.COVER_COMMENT_CREATED))))
                .hasSize(10)
                .doesNotContain(6L, 7L);
        assertThat(ids(new InSeries(Set.of(1L)))).containsExactly(1L, 4L, 5L);
        assertThat(ids(new OfPatches(Set.of(2L)))).containsExactly(10L, 12L);
        assertThat(ids(new OfCovers(Set.of(1L)))).containsExactly(2L, 7L);
        assertThat(ids(new ByActor(1))).containsExactly(12L);
        assertThat(ids(new Since(NOON.plusNanos(10_000)))).containsExactly(11L, 12L);
        assertThat(ids(new Before(NOON.plusNanos(1_000)))).containsExactly(1L);
        assertThat(ids(new InProjects(Set.of(1L)), new OfCategory(Category.SERIES_COMPLETED)))
                .containsExactly(5L);
    }

    private List<Long> ids(Criterion... criteria) {
        var selection =
                new Selection(
                        Arrays.asList(criteria), List.of(new Order(Field.DATE, false)), 0, 100);
        return read(reading -> reading.events().list(selection)).rows().stream()
                .map(Event::id)
                .toList();
    }
}
