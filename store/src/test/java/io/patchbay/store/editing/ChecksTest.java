package io.patchbay.store.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.events.Event.CheckCreated;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.ByUsers;
import io.patchbay.tracker.query.Criterion.InCheckState;
import io.patchbay.tracker.query.Criterion.InContext;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.OfPatches;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

final class ChecksTest extends StoreContract {

    private User tom = new User(0, "", "", "", "");
    private User uma = tom;

    @BeforeEach
    void fill() {
        sample(sample -> {
            long alpha = sample.project("alpha");
            sample.patch(alpha, sample.person("Ann"), "patch");
            tom = sample.userWith(sample.user("tom"));
            uma = sample.userWith(sample.user("uma"));
            return true;
        });
    }

    @Test
    void aNewCheckIsKeptAsItWasGiven() {
        var given =
                new NewCheck(tom, CheckState.WARNING, "https://ci.example.org/1", "slow", "build");

        var added =
                write(writing ->
                        writing.edits().add(writing.patches().withId(1).orElseThrow(), given));

        var kept = read(reading -> reading.checks().withId(1, added.id())).orElseThrow();
        assertThat(kept).isEqualTo(added);
        assertThat(kept)
                .isEqualTo(
                        new Check(
                                1,
                                1,
                                tom,
                                NOON,
                                CheckState.WARNING,
                                "https://ci.example.org/1",
                                "slow",
                                "build"));
    }

    @Test
    void aCheckIsNotFoundOnAnotherPatch() {
        add(tom, CheckState.SUCCESS, "build");

        var elsewhere = read(reading -> reading.checks().withId(2, 1));

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void itsUserIsTheActorOfItsEvent() {
        add(tom, CheckState.SUCCESS, "build");

        var event = read(reading -> reading.events().after(1, 10)).getFirst();

        assertThat(event.actor()).isEqualTo(tom);
        assertThat(event.what())
                .isInstanceOfSatisfying(
                        CheckCreated.class,
                        created -> {
                            assertThat(created.patch().id()).isEqualTo(1);
                            assertThat(created.check().state()).isEqualTo(CheckState.SUCCESS);
                            assertThat(created.check().user()).isEqualTo(tom);
                        });
    }

    @Test
    void onlyTheNewestOfEachUserAndContextCounts() {
        add(tom, CheckState.FAIL, "build");
        add(tom, CheckState.SUCCESS, "build");
        add(uma, CheckState.SUCCESS, "build");
        clock.advance(Duration.ofSeconds(1));
        add(tom, CheckState.WARNING, "test");
        add(uma, CheckState.PENDING, "build");

        var latest = read(reading -> reading.checks().latest(1));

        assertThat(latest).extracting(Check::id).containsExactly(2L, 4L, 5L);
        assertThat(combined()).isEqualTo(CheckState.WARNING);
    }

    @Test
    void theCombinedStateFollowsEachNewCheck() {
        assertThat(combined()).isEqualTo(CheckState.PENDING);

        add(tom, CheckState.SUCCESS, "build");
        assertThat(combined()).isEqualTo(CheckState.SUCCESS);

        add(tom, CheckState.PENDING, "test");
        assertThat(combined()).isEqualTo(CheckState.PENDING);

        add(tom, CheckState.WARNING, "style");
        assertThat(combined()).isEqualTo(CheckState.WARNING);

        add(tom, CheckState.FAIL, "boot");
        assertThat(combined()).isEqualTo(CheckState.FAIL);

        add(tom, CheckState.SUCCESS, "boot");
        add(tom, CheckState.SUCCESS, "style");
        add(tom, CheckState.SUCCESS, "test");
        assertThat(combined()).isEqualTo(CheckState.SUCCESS);
    }

    private CheckState combined() {
        return read(reading -> reading.patches().withId(1)).orElseThrow().check();
    }

    @Test
    void checksAreFilteredByEachCriterion() {
        add(tom, CheckState.SUCCESS, "build");
        clock.advance(Duration.ofSeconds(1));
        add(uma, CheckState.FAIL, "test");

        assertThat(list(new OfPatches(Set.of(1L)))).containsExactly(1L, 2L);
        assertThat(list(new OfPatches(Set.of(2L)))).isEmpty();
        assertThat(list(new InProjects(Set.of(1L)))).containsExactly(1L, 2L);
        assertThat(list(new InProjects(Set.of(2L)))).isEmpty();
        assertThat(list(new ByUsers(Set.of(uma.id())))).containsExactly(2L);
        assertThat(list(new InCheckState(CheckState.SUCCESS))).containsExactly(1L);
        assertThat(list(new InContext("test"))).containsExactly(2L);
        assertThat(list(new InContext("TEST"))).containsExactly(2L);
        assertThat(list(new InContext("tes_"))).isEmpty();
        assertThat(list(new InContext("te\0st"))).isEmpty();
        assertThat(list(new Since(NOON.plusSeconds(1)))).containsExactly(2L);
        assertThat(list(new Before(NOON.plusSeconds(1)))).containsExactly(1L);
    }

    @Test
    void checksAreOrderedByEachField() {
        add(tom, CheckState.SUCCESS, "build");
        clock.advance(Duration.ofSeconds(1));
        add(uma, CheckState.FAIL, "test");
        var fields =
                List.of(
                        Field.ID,
                        Field.DATE,
                        Field.CHECK_STATE,
                        Field.CONTEXT,
                        Field.USER,
                        Field.TARGET_URL,
                        Field.DESCRIPTION);

        for (var field : fields) {
            var order = List.of(new Order(field, true));
            var page =
                    read(reading -> reading.checks().list(new Selection(List.of(), order, 0, 10)));

            assertThat(page.rows()).as("%s", field).extracting(Check::id).containsExactly(2L, 1L);
        }
    }

    private List<Long> list(Criterion... criteria) {
        var selection = new Selection(Arrays.asList(criteria), List.of(), 0, 10);
        return read(reading -> reading.checks().list(selection)).rows().stream()
                .map(Check::id)
                .toList();
    }

    private void add(User user, CheckState state, String context) {
        change(writing ->
                writing.edits()
                        .add(
                                writing.patches().withId(1).orElseThrow(),
                                new NewCheck(user, state, null, null, context)));
    }
}
