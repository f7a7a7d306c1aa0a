package io.patchbay.tracker.editing;

import static io.patchbay.tracker.editing.Samples.BOATS;
import static io.patchbay.tracker.editing.Samples.DELEGATE;
import static io.patchbay.tracker.editing.Samples.MAINTAINER;
import static io.patchbay.tracker.editing.Samples.NEW;
import static io.patchbay.tracker.editing.Samples.OARS;
import static io.patchbay.tracker.editing.Samples.STATES;
import static io.patchbay.tracker.editing.Samples.STRANGER;
import static io.patchbay.tracker.editing.Samples.UNDER_REVIEW;
import static io.patchbay.tracker.editing.Samples.actor;
import static io.patchbay.tracker.editing.Samples.done;
import static io.patchbay.tracker.editing.Samples.lacking;
import static io.patchbay.tracker.editing.Samples.patch;
import static io.patchbay.tracker.editing.Samples.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.editing.Change.EditPatch;
import io.patchbay.tracker.editing.Edited.Obstacle;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

class PatchRulesTest {

    private static final PatchFields NONE = PatchFields.NONE;
    private static final Patch PATCH = patch(1, BOATS);

    @ParameterizedTest
    @CsvSource({
        "anonymous, SIGNED_IN",
        "stranger, EDIT_PATCH",
        "submitter, ''",
        "delegate, ''",
        "maintainer, ''",
        "operator, ''",
        "token read, SCOPE_OF_TOKEN",
        "token checks, SCOPE_OF_TOKEN",
        "token state, ''",
        "token here, ''",
        "token elsewhere, PROJECT_OF_TOKEN",
    })
    void whoMayEdit(String who, String right) {
        // What is wrong with the fields is told to nobody who may not.
        var wrong = NONE.commitRef("c".repeat(256));

        assertThat(lacking(decide(who, PATCH, NONE))).isEqualTo(right);
        assertThat(lacking(decide(who, PATCH, wrong))).isEqualTo(right);
    }

    @Test
    void whatIsNotNamedStays() {
        var before = PATCH.with(UNDER_REVIEW, true, DELEGATE, "c0ffee", "https://example.org/1");

        var edited = done(decide("maintainer", before, NONE));

        assertThat(edited.after()).isEqualTo(before);
        assertThat(edited.relating()).isEqualTo(new Relating.Unchanged());
    }

    @Test
    void whatIsNamedBecomesSo() {
        var fields =
                NONE.state(new StateName.Word("under-review"))
                        .archived(true)
                        .delegate(MAINTAINER.id())
                        .commitRef("c0ffee")
                        .pullUrl("https://example.org/1");

        assertThat(done(decide("submitter", PATCH, fields)).after())
                .isEqualTo(
                        PATCH.with(
                                UNDER_REVIEW, true, MAINTAINER, "c0ffee", "https://example.org/1"));
    }

    @Test
    void nullTakesAway() {
        var before = PATCH.with(NEW, false, DELEGATE, "c0ffee", "https://example.org/1");

        var after =
                done(decide(
                                "maintainer",
                                before,
                                NONE.delegate(null).commitRef(null).pullUrl(null)))
                        .after();

        assertThat(after).isEqualTo(before.with(NEW, false, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"under-review", "Under Review", "UNDER-review", "under review"})
    void aStateIsNamedInAnyCaseByNameOrSlug(String word) {
        assertThat(state(new StateName.Word(word))).isEqualTo(UNDER_REVIEW);
    }

    @Test
    void aStateIsNamedByItsNumber() {
        assertThat(state(new StateName.Id("2"))).isEqualTo(UNDER_REVIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "", "2", "underreview", "under_review", " new"})
    void aWordThatIsNoStateIsRefused(String word) {
        var asked = new StateName.Word(word);

        assertThat(problems(decide("maintainer", PATCH, NONE.state(asked))))
                .containsExactly(
                        "state: state does not accept '%s'; there are new, under-review"
                                .formatted(asked.slug()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "99", "", "new", "-1", "2.0"})
    void aNumberThatIsNoStatesIsRefused(String number) {
        var asked = new StateName.Id(number);

        assertThat(problems(decide("maintainer", PATCH, NONE.state(asked))))
                .containsExactly(
                        "state: state does not accept '%s'; there are new, under-review"
                                .formatted(number));
    }

    @Test
    void textsAreAsLongAsTheirRulesAllow() {
        var longest = NONE.commitRef("c".repeat(255)).pullUrl("p".repeat(255));
        var longer = NONE.commitRef("c".repeat(256)).pullUrl("p".repeat(256));

        assertThat(done(decide("maintainer", PATCH, longest)).after().commitRef()).hasSize(255);
        assertThat(problems(decide("maintainer", PATCH, longer)))
                .containsExactly(
                        "commit_ref: commit_ref is 256 characters long; the limit is 255",
                        "pull_url: pull_url is 256 characters long; the limit is 255");
    }

    @Test
    void onlyMaintainersAreDelegatedTo() {
        assertThat(problems(decide("maintainer", PATCH, NONE.delegate(STRANGER.id()))))
                .containsExactly("delegate: delegate: 'stranger' is not a maintainer of The boats");
        assertThat(problems(decide("maintainer", PATCH, NONE.delegate(99L))))
                .containsExactly("delegate: delegate '99' does not exist");
    }

    @Test
    void whoIsTheDelegateStaysSoWithoutMaintaining() {
        var edited = done(decide("submitter", PATCH, NONE.delegate(DELEGATE.id())));

        assertThat(edited.after().delegate()).isEqualTo(DELEGATE);
    }

    @Test
    void allThatIsWrongIsTold() {
        var fields =
                NONE.related(List.of(99L))
                        .delegate(99L)
                        .state(new StateName.Word("done"))
                        .pullUrl("a\0b")
                        .commitRef("c".repeat(256));

        assertThat(problems(decide("maintainer", PATCH, fields)))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("commit_ref", "pull_url", "state", "delegate", "related");
    }

    @Test
    void patchesThatAreNotThereCannotBeRelated() {
        assertThat(problems(decide("maintainer", PATCH, NONE.related(List.of(2L, 99L)))))
                .containsExactly("related: related '99' does not exist");
    }

    @Test
    void patchesAreRelatedByWhoMaintainsThemAll() {
        assertThat(done(decide("maintainer", PATCH, NONE.related(List.of(2L)))).relating())
                .isEqualTo(new Relating.Joins(Set.of(1L, 2L)));
        assertThat(done(decide("operator", PATCH, NONE.related(List.of(3L)))).relating())
                .isEqualTo(new Relating.Joins(Set.of(1L, 3L)));
        assertThat(lacking(decide("maintainer", PATCH, NONE.related(List.of(3L)))))
                .isEqualTo("MAINTAIN_RELATED");
        assertThat(lacking(decide("submitter", PATCH, NONE.related(List.of(2L)))))
                .isEqualTo("MAINTAIN_RELATED");
    }

    @Test
    void aPatchIsInOneRelation() {
        var fields = NONE.related(List.of(4L));

        assertThat(decide("maintainer", patch(1, BOATS, 1L, 5), fields))
                .isEqualTo(new Edited.Conflict<PatchEdited>(Obstacle.OTHER_RELATION));
    }

    private static State state(StateName name) {
        return done(decide("maintainer", PATCH, NONE.state(name))).after().state();
    }

    private static Edited<PatchEdited> decide(String who, Patch patch, PatchFields fields) {
        return PatchRules.decide(
                new EditPatch(patch.id(), fields),
                actor(who),
                new PatchRules.Known(patch, STATES, List.of(MAINTAINER), named(fields), others()));
    }

    private static @Nullable User named(PatchFields fields) {
        var id = fields.delegate() == null ? null : fields.delegate().value();
        return List.of(MAINTAINER, DELEGATE, STRANGER).stream()
                .filter(user -> id != null && user.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** One beside ours, one of another project, and one in a relation. */
    private static Map<Long, Patch> others() {
        return Map.of(2L, patch(2, BOATS), 3L, patch(3, OARS), 4L, patch(4, BOATS, 2L, 6));
    }
}
