package io.patchbay.tracker.editing;

import static io.patchbay.tracker.editing.Samples.BOATS;
import static io.patchbay.tracker.editing.Samples.OARS;
import static io.patchbay.tracker.editing.Samples.STRANGER;
import static io.patchbay.tracker.editing.Samples.actor;
import static io.patchbay.tracker.editing.Samples.bundle;
import static io.patchbay.tracker.editing.Samples.done;
import static io.patchbay.tracker.editing.Samples.lacking;
import static io.patchbay.tracker.editing.Samples.patch;
import static io.patchbay.tracker.editing.Samples.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.editing.BundleRules.Kept;
import io.patchbay.tracker.editing.BundleRules.Known;
import io.patchbay.tracker.editing.Change.AddBundle;
import io.patchbay.tracker.editing.Change.EditBundle;
import io.patchbay.tracker.editing.Change.FillBundle;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Patch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class BundleRulesTest {

    private static final Bundle MINE = bundle(1, "mine", 1, 2);
    private static final Map<Long, Patch> PATCHES =
            Map.of(
                    1L,
                    patch(1, BOATS),
                    2L,
                    patch(2, BOATS),
                    3L,
                    patch(3, BOATS),
                    4L,
                    patch(4, OARS));

    @ParameterizedTest
    @CsvSource({
        "anonymous, SIGNED_IN",
        "stranger, ''",
        // A bundle is somebody's.
        "operator, OWN_BUNDLE",
        "token read, SCOPE_OF_TOKEN",
        "token state, SCOPE_OF_TOKEN",
        "token here, SCOPE_OF_TOKEN",
        "token elsewhere, SCOPE_OF_TOKEN",
    })
    void whoMayMakeOne(String who, String right) {
        assertThat(lacking(add(who, "ours", 1L))).isEqualTo(right);
        assertThat(lacking(add(who, "a/b"))).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "anonymous, SIGNED_IN",
        "stranger, ''",
        "maintainer, OWN_BUNDLE",
        "operator, ''",
        "token state, SCOPE_OF_TOKEN",
        "token here, SCOPE_OF_TOKEN",
        "token elsewhere, PROJECT_OF_TOKEN",
    })
    void whoMayChangeTheStrangers(String who, String right) {
        var edit = new EditBundle(1, "a/b", null, null);
        var fill = new FillBundle(1, List.of(99L), List.of());

        assertThat(String.valueOf(BundleRules.lacking(actor(who), MINE)))
                .isEqualTo(right.isEmpty() ? "null" : right);
        assertThat(lacking(BundleRules.decide(edit, actor(who), MINE, known(null))))
                .isEqualTo(right);
        assertThat(lacking(BundleRules.decide(fill, actor(who), MINE, known(null))))
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''  | name is empty; give it a text",
                "a/b | name: expected no slash, got 'a/b'",
            })
    void aNameIsPartOfAnAddress(String name, String said) {
        assertThat(problems(add("stranger", name, 1L))).containsExactly("name: " + said);
        assertThat(problems(edit(new EditBundle(1, name, null, null), MINE)))
                .containsExactly("name: " + said);
    }

    @Test
    void aNameHasAtMostFiftyCharacters() {
        assertThat(done(add("stranger", "b".repeat(50), 1L)).content().name()).hasSize(50);
        assertThat(problems(add("stranger", "b".repeat(51), 1L)))
                .containsExactly("name: name is 51 characters long; the limit is 50");
    }

    @Test
    void aNameIsTakenByAnotherOnly() {
        var taken = "name: a bundle 'mine' already exists; choose another name";
        var add = new AddBundle("mine", false, List.of(1L), null);
        var edit = new EditBundle(1, "mine", null, null);

        assertThat(problems(BundleRules.decide(add, actor("stranger"), known(null, MINE))))
                .containsExactly(taken);
        assertThat(problems(decide(edit, MINE, known(MINE, bundle(2, "mine")))))
                .containsExactly(taken);
        assertThat(done(decide(edit, MINE, known(MINE, MINE))).content().name()).isEqualTo("mine");
    }

    @Test
    void aBundleIsOfOneProjectThatSomethingTells() {
        var empty = new AddBundle("ours", true, List.of(), OARS.id());
        var noProject = new AddBundle("ours", true, List.of(), null);

        assertThat(done(add("stranger", "ours", 1L, 2L, 1L)).content())
                .isEqualTo(new BundleContent(BOATS.id(), "ours", false, List.of(1L, 2L)));
        assertThat(done(BundleRules.decide(empty, actor("stranger"), known(null))).content())
                .isEqualTo(new BundleContent(OARS.id(), "ours", true, List.of()));
        assertThat(problems(BundleRules.decide(noProject, actor("stranger"), known(null))))
                .containsExactly(
                        "patches: a bundle cannot be made of no patches; name at least one");
        assertThat(problems(add("stranger", "ours", 1L, 4L)))
                .containsExactly(
                        "patches: the patches of a bundle must belong to the same project");
        assertThat(problems(add("stranger", "ours", 1L, 99L, 4L)))
                .containsExactly("patches: patches '99' does not exist");
    }

    @Test
    void whatAnEditDoesNotNameStays() {
        assertThat(done(edit(new EditBundle(1, null, null, null), MINE)).content())
                .isEqualTo(new BundleContent(BOATS.id(), "mine", true, List.of(1L, 2L)));
        assertThat(done(edit(new EditBundle(1, "ours", false, List.of(4L)), MINE)).content())
                .isEqualTo(new BundleContent(OARS.id(), "ours", false, List.of(4L)));
    }

    @Test
    void anEditLeavesPatchesInIt() {
        assertThat(problems(edit(new EditBundle(1, null, null, List.of()), MINE)))
                .containsExactly(
                        "patches: a bundle cannot be made of no patches; name at least one");
    }

    @Test
    void patchesArePutBehindAndTakenOut() {
        assertThat(fill(List.of(3L, 1L), List.of())).containsExactly(1L, 2L, 3L);
        assertThat(fill(List.of(), List.of(1L, 3L))).containsExactly(2L);
        assertThat(fill(List.of(), List.of(1L, 2L))).isEmpty();

        var missing = new FillBundle(1, List.of(99L), List.of());
        assertThat(problems(BundleRules.decide(missing, actor("stranger"), MINE, known(MINE))))
                .containsExactly("patches: patches '99' does not exist");
    }

    private static List<Long> fill(List<Long> adding, List<Long> removing) {
        var change = new FillBundle(1, adding, removing);
        return done(BundleRules.decide(change, actor("stranger"), MINE, known(MINE)))
                .content()
                .patchIds();
    }

    private static Edited<Kept> add(String who, String name, Long... patches) {
        var change = new AddBundle(name, false, List.of(patches), null);
        return BundleRules.decide(change, actor(who), known(null));
    }

    private static Edited<Kept> edit(EditBundle change, Bundle bundle) {
        return decide(change, bundle, known(bundle));
    }

    private static Edited<Kept> decide(EditBundle change, Bundle bundle, Known known) {
        assertThat(bundle.owner()).isEqualTo(STRANGER);
        return BundleRules.decide(change, actor("stranger"), bundle, known);
    }

    private static Known known(@Nullable Bundle bundle) {
        return known(bundle, null);
    }

    private static Known known(@Nullable Bundle bundle, @Nullable Bundle named) {
        return new Known(bundle, PATCHES, named);
    }
}
