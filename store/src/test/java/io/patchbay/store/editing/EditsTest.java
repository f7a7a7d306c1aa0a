package io.patchbay.store.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.PatchCopy;
import io.patchbay.store.StoreContract;
import io.patchbay.store.WriteTransaction;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.events.Event.PatchDelegated;
import io.patchbay.tracker.events.Event.PatchRelationChanged;
import io.patchbay.tracker.events.Event.PatchStateChanged;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Selection;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Edits of patches and their relations, with the events and counters that go with them. */
final class EditsTest extends StoreContract {

    private User tom = new User(0, "", "", "", "");
    private List<State> states = List.of();
    private long before;

    @BeforeEach
    void fill() {
        sample(sample -> {
            long alpha = sample.project("alpha");
            long ann = sample.person("Ann");
            for (int i = 0; i < 4; i++) {
                sample.patch(alpha, ann, "patch");
            }
            tom = sample.userWith(sample.user("tom"));
            states = sample.writing().projects().states();
            return true;
        });
        before = read(reading -> reading.events().newest());
    }

    @Test
    void aChangedStateIsToldOfWithItsActor() {
        edit(change -> change.state(states.get(2)), tom);

        var event = news().getFirst();
        assertThat(patch().state()).isEqualTo(states.get(2));
        assertThat(news()).hasSize(1);
        assertThat(event.actor()).isEqualTo(tom);
        assertThat(event.what())
                .isEqualTo(new PatchStateChanged(patch().head(), states.get(0), states.get(2)));
    }

    @Test
    void aNewDelegateIsToldOf() {
        edit(change -> change.delegate(tom), null);
        edit(change -> change.delegate(null), null);

        assertThat(patch().delegate()).isNull();
        assertThat(news())
                .extracting(Event::what)
                .containsExactly(
                        new PatchDelegated(patch().head(), null, tom),
                        new PatchDelegated(patch().head(), tom, null));
        assertThat(news()).extracting(Event::actor).containsOnlyNulls();
    }

    @Test
    void otherFieldsChangeWithoutAnEvent() {
        edit(change -> change.commitRef("abc").pullUrl("git://x").archived(true), tom);

        assertThat(patch().commitRef()).isEqualTo("abc");
        assertThat(patch().pullUrl()).isEqualTo("git://x");
        assertThat(patch().archived()).isTrue();
        assertThat(news()).isEmpty();
    }

    @Test
    void nothingIsToldOfAChangeThatChangesNothing() {
        edit(change -> change.state(states.get(0)).archived(false), tom);

        assertThat(news()).isEmpty();
    }

    @Test
    void anEditDoesNotUndoWhatSomebodyElseChangedMeanwhile() {
        var seen = patch();
        edit(change -> change.state(states.get(2)), null);

        var wanted = new EditPatch(seen.id(), PatchFields.NONE.commitRef("abc"));
        new Editing(store).apply(wanted, PatchCopy.actor(null));

        assertThat(patch().state()).isEqualTo(states.get(2));
        assertThat(patch().commitRef()).isEqualTo("abc");
        assertThat(news()).hasSize(1);
    }

    @Test
    void keptCountsFollowStateAndArchiving() {
        edit(change -> change.state(states.get(2)).archived(true), null);

        assertThat(count(new Selection(List.of(new InStates(Set.of(1L))), List.of(), 9, 1)))
                .isEqualTo(3);
        assertThat(count(new Selection(List.of(new InStates(Set.of(3L))), List.of(), 9, 1)))
                .isEqualTo(1);
        assertThat(count(new Selection(List.of(new Archived(true)), List.of(), 9, 1))).isEqualTo(1);
        assertThat(count(new Selection(List.of(new Archived(false)), List.of(), 9, 1)))
                .isEqualTo(3);
        assertThat(count(new Selection(List.of(), List.of(), 9, 1))).isEqualTo(4);
    }

    private long count(Selection selection) {
        return read(reading -> reading.patches().list(selection)).total();
    }

    @Test
    void theSubmitterIsToBeToldOfAStateThatLasts() {
        change(writing ->
                writing.setup()
                        .change(writing.projects().all().getFirst().sendingNotifications(true)));

        edit(change -> change.state(states.get(2)), null);
        assertThat(notified()).containsExactly("1 was 1");
        edit(change -> change.state(states.get(3)), null);
        assertThat(notified()).containsExactly("1 was 1");
        edit(change -> change.state(states.get(0)), null);
        assertThat(notified()).isEmpty();
    }

    @Test
    void noMailIsDueInAProjectThatSendsNone() {
        edit(change -> change.state(states.get(2)), null);

        assertThat(notified()).isEmpty();
    }

    private List<String> notified() {
        return write(writing ->
                ((WriteTransaction) writing)
                        .transaction()
                        .sql()
                        .list(
                                "select patch_id, original_state_id from state_notification",
                                row -> row.id() + " was " + row.id()));
    }

    @Test
    void relatedPatchesAreMembersOfOneRelation() {
        relate(1, Set.of(1L, 3L));
        relate(3, Set.of(3L, 4L));

        assertThat(related(1)).containsExactly(3L, 4L);
        assertThat(related(3)).containsExactly(1L, 4L);
        assertThat(related(2)).isEmpty();
    }

    @Test
    void theEditedPatchIsToldOfLastAndOnlyItNamesTheActor() {
        relate(1, Set.of(1L, 3L, 4L));

        assertThat(news())
                .extracting(event -> ((PatchRelationChanged) event.what()).patch().id())
                .containsExactly(3L, 4L, 1L);
        assertThat(news()).extracting(Event::actor).containsExactly(null, null, tom);
    }

    @Test
    void patchesOfSeveralRelationsAreNotMixed() {
        relate(1, Set.of(1L, 2L));
        relate(3, Set.of(3L, 4L));

        assertThatThrownBy(() -> relate(1, Set.of(1L, 3L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("several relations");
    }

    @Test
    void aPatchLeavesItsRelation() {
        relate(1, Set.of(1L, 3L, 4L));
        before = read(reading -> reading.events().newest());

        leave(3);

        assertThat(related(3)).isEmpty();
        assertThat(related(1)).containsExactly(4L);
        assertThat(news())
                .extracting(event -> ((PatchRelationChanged) event.what()).patch().id())
                .containsExactly(3L);
    }

    @Test
    void aRelationWithASingleMemberVanishes() {
        relate(1, Set.of(1L, 3L));

        leave(3);

        var left = read(reading -> reading.patches().withId(1)).orElseThrow();
        assertThat(left.relation()).isNull();
    }

    private List<Long> related(long patch) {
        return read(reading -> reading.patches().withId(patch)).orElseThrow().related().stream()
                .map(PatchHead::id)
                .toList();
    }

    private void edit(UnaryOperator<PatchCopy> how, @Nullable User actor) {
        change(writing -> {
            var patch = writing.patches().withId(1).orElseThrow();
            var edited = how.apply(new PatchCopy(patch)).editOf(patch);
            writing.edits().keep(edited, PatchCopy.actor(actor));
        });
    }

    private void relate(long edited, Set<Long> members) {
        sample(sample -> {
            sample.relate(edited, members, tom);
            return true;
        });
    }

    private void leave(long edited) {
        change(writing -> {
            var patch = writing.patches().withId(edited).orElseThrow();
            writing.edits().keep(PatchCopy.leaves(patch), PatchCopy.actor(tom));
        });
    }

    private Patch patch() {
        return read(reading -> reading.patches().withId(1)).orElseThrow();
    }

    private List<Event> news() {
        return read(reading -> reading.events().after(before, 100));
    }
}
