package io.patchbay.store.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.PersonMoves;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Selection;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** All of one person becomes another's, and back. */
final class PersonMovesTest extends StoreContract {

    private static final Actor OPERATOR =
            Actor.operator(new Origin("command line", "patchbay persons"));

    private record Two(long ann, long bo) {}

    private Two two() {
        return sample(sample -> {
            long project = sample.project("harbor");
            long ann = sample.person("ann");
            long bo = sample.person("bo");
            long series = sample.series(project, ann, "berth", 2);
            long cover = sample.cover(project, ann, "berth", series);
            assertThat(cover).isPositive();
            for (int number = 1; number <= 2; number++) {
                long patch = sample.patchOf(series, number, project, ann, "berth " + number);
                assertThat(patch).isPositive();
            }
            return new Two(ann, bo);
        });
    }

    @Test
    void allOfOneBecomesAnothersAndListsKnowAtOnce() {
        var two = two();
        assertThat(patchesOf(two.ann())).isEqualTo(2);

        var merged = merge(two);

        assertThat(patchesOf(two.ann())).isZero();
        assertThat(patchesOf(two.bo())).isEqualTo(2);
        assertThat(mailsOf(two.bo())).isEqualTo(3);
        assertThat(seriesOf(two.bo())).isEqualTo(1);

        var undone = new Editing(store).apply(new Change.UndoMoves(merged.entry()), OPERATOR);

        assertThat(undone).isInstanceOf(Edited.Done.class);
        assertThat(patchesOf(two.ann())).isEqualTo(2);
        assertThat(mailsOf(two.bo())).isZero();
    }

    @Test
    void onlyTheOperatorMoves() {
        var two = two();

        var refused =
                new Editing(store)
                        .apply(
                                new Change.MergePersons(two.ann(), two.bo()),
                                Actor.viewer(Viewer.ANONYMOUS, new Origin("192.0.2.1", "GET /")));

        assertThat(refused).isEqualTo(new Edited.NotAllowed<>(Edited.Right.OPERATE));
        assertThat(mailsOf(two.bo())).isZero();
    }

    private PersonMoves merge(Two two) {
        var outcome =
                new Editing(store).apply(new Change.MergePersons(two.ann(), two.bo()), OPERATOR);
        assertThat(outcome).isInstanceOf(Edited.Done.class);
        return ((Edited.Done<PersonMoves>) outcome).result();
    }

    private int patchesOf(long person) {
        var selection = new Selection(List.of(new BySubmitters(Set.of(person))), List.of(), 0, 10);
        return read(reading -> reading.patches().list(selection)).rows().size();
    }

    private int seriesOf(long person) {
        return read(reading -> reading.people().seriesOf(person)).size();
    }

    private int mailsOf(long person) {
        return read(reading -> reading.people().mailsOf(person)).size();
    }
}
