package io.patchbay.store.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.editing.BundleContent;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.NameTaken;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.OwnedBy;
import io.patchbay.tracker.query.Criterion.Public;
import io.patchbay.tracker.query.Criterion.VisibleTo;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class BundlesTest extends StoreContract {

    private User tom = new User(0, "", "", "", "");
    private User uma = tom;

    @BeforeEach
    void fill() {
        sample(sample -> {
            long alpha = sample.project("alpha");
            long beta = sample.project("beta");
            long ann = sample.person("Ann");
            for (var name : List.of("one", "two", "three")) {
                sample.patch(alpha, ann, name);
            }
            sample.patch(beta, ann, "elsewhere");
            tom = sample.userWith(sample.user("tom"));
            uma = sample.userWith(sample.user("uma"));
            return true;
        });
    }

    @Test
    void aBundleKeepsTheOrderOfItsPatches() {
        long id = add(tom, new BundleContent(1, "mine", false, List.of(3L, 1L, 2L)));

        var bundle = read(reading -> reading.bundles().withId(id)).orElseThrow();

        assertThat(bundle.name()).isEqualTo("mine");
        assertThat(bundle.owner()).isEqualTo(tom);
        assertThat(bundle.project().linkName()).isEqualTo("alpha");
        assertThat(bundle.isPublic()).isFalse();
        assertThat(bundle.patches())
                .extracting(PatchHead::name)
                .containsExactly("three", "one", "two");
    }

    @Test
    void aBundleIsFoundByItsOwnerAndName() {
        add(tom, new BundleContent(1, "same", false, List.of(1L)));
        add(uma, new BundleContent(1, "same", false, List.of(2L)));

        var ofUma = read(reading -> reading.bundles().named("uma", "same")).orElseThrow();
        var unknown = read(reading -> reading.bundles().named("uma", "other"));

        assertThat(ofUma.patches()).extracting(PatchHead::id).containsExactly(2L);
        assertThat(unknown).isEmpty();
    }

    @Test
    void anOwnerCannotGiveTwoBundlesOneName() {
        add(tom, new BundleContent(1, "mine", false, List.of(1L)));
        long other = add(tom, new BundleContent(1, "other", false, List.of(1L)));

        var taken = new BundleContent(1, "mine", false, List.of(2L));

        assertThatThrownBy(() -> add(tom, taken))
                .isInstanceOf(NameTaken.class)
                .hasMessageContaining("'mine'");
        assertThatThrownBy(() ->
                        change(writing ->
                                writing.edits()
                                        .change(
                                                writing.bundles().withId(other).orElseThrow(),
                                                taken)))
                .isInstanceOf(NameTaken.class);
    }

    @Test
    void aChangedBundleHasWhatItShallHave() {
        long id = add(tom, new BundleContent(1, "mine", false, List.of(3L, 1L)));

        change(writing ->
                writing.edits()
                        .change(
                                writing.bundles().withId(id).orElseThrow(),
                                new BundleContent(2, "mine", true, List.of(4L, 3L))));

        var bundle = read(reading -> reading.bundles().withId(id)).orElseThrow();
        assertThat(bundle.isPublic()).isTrue();
        assertThat(bundle.project().linkName()).isEqualTo("beta");
        assertThat(bundle.patches()).extracting(PatchHead::id).containsExactly(4L, 3L);
        assertThat(bundle.patches())
                .extracting(patch -> patch.project().linkName())
                .containsExactly("beta", "alpha");
    }

    @Test
    void aRemovedBundleIsGoneAndItsPatchesAreNot() {
        long id = add(tom, new BundleContent(1, "mine", false, List.of(3L, 1L)));

        change(writing -> writing.edits().remove(writing.bundles().withId(id).orElseThrow()));

        var bundle = read(reading -> reading.bundles().withId(id));
        var patch = read(reading -> reading.patches().withId(3));
        assertThat(bundle).isEmpty();
        assertThat(patch).isPresent();
    }

    @Test
    void bundlesAreFilteredByEachCriterion() {
        long mine = add(tom, new BundleContent(1, "mine", false, List.of(1L)));
        long shared = add(uma, new BundleContent(2, "shared", true, List.of(4L)));

        assertThat(list(new InProjects(Set.of(1L)))).containsExactly(mine);
        assertThat(list(new OwnedBy(Set.of(uma.id())))).containsExactly(shared);
        assertThat(list(new Public(false))).containsExactly(mine);
        assertThat(list(new Mentions("HARE"))).containsExactly(shared);
        assertThat(list(new VisibleTo(null))).containsExactly(shared);
        assertThat(list(new VisibleTo(uma.id()))).containsExactly(shared);
        assertThat(list(new VisibleTo(tom.id()))).containsExactly(shared, mine);
    }

    private List<Long> list(Criterion criterion) {
        var order = List.of(new Order(Field.OWNER, true), new Order(Field.NAME, true));
        var selection = new Selection(List.of(criterion), order, 0, 10);
        return read(reading -> reading.bundles().list(selection)).rows().stream()
                .map(Bundle::id)
                .toList();
    }

    private long add(User owner, BundleContent content) {
        return write(writing -> writing.edits().addBundle(owner, content));
    }
}
