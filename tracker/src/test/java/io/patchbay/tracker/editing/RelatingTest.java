package io.patchbay.tracker.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

final class RelatingTest {

    private static final Project OURS = project(1);
    private static final Project THEIRS = project(2);
    private static final Viewer MAINTAINER =
            new Viewer(
                    new User(1, "maint", "", "", ""),
                    UserSettings.DEFAULT,
                    Set.of(OURS.id()),
                    Set.of(),
                    false,
                    null);

    @Test
    void unrelatedPatchesBecomeMembersOfOneRelation() {
        var decided = decide(patch(1, OURS, null), patch(2, OURS, null), patch(3, OURS, null));

        assertThat(decided).isEqualTo(new Relating.Joins(Set.of(1L, 2L, 3L)));
    }

    @Test
    void membersThatAreNotNamedStay() {
        var decided = decide(patch(1, OURS, 7L, 2), patch(3, OURS, null));

        assertThat(decided).isEqualTo(new Relating.Joins(Set.of(1L, 2L, 3L)));
    }

    @Test
    void aPatchJoinsTheRelationOfAnother() {
        var decided = decide(patch(1, OURS, null), patch(2, OURS, 7L, 3));

        assertThat(decided).isEqualTo(new Relating.Joins(Set.of(1L, 2L)));
    }

    @Test
    void namingNoneLeaves() {
        assertThat(decide(patch(1, OURS, 7L, 2))).isEqualTo(new Relating.Leaves());
    }

    @Test
    void thereIsNothingToLeaveWithoutARelation() {
        assertThat(decide(patch(1, OURS, null))).isEqualTo(new Relating.Unchanged());
    }

    @Test
    void aPatchIsNoRelationByItself() {
        var patch = patch(1, OURS, null);

        assertThat(decide(patch, patch)).isEqualTo(new Relating.Unchanged());
    }

    @Test
    void membersThatAreNamedAgainChangeNothing() {
        assertThat(decide(patch(1, OURS, 7L, 2), patch(2, OURS, 7L, 1)))
                .isEqualTo(new Relating.Unchanged());
    }

    @Test
    void aPatchOfAnotherRelationIsAConflict() {
        assertThat(decide(patch(1, OURS, 7L, 2), patch(3, OURS, 8L, 4)))
                .isEqualTo(new Relating.Conflict());
        assertThat(decide(patch(1, OURS, null), patch(2, OURS, 7L, 5), patch(3, OURS, 8L, 4)))
                .isEqualTo(new Relating.Conflict());
    }

    @Test
    void everyPatchMustBeOfAProjectThatTheEditorMaintains() {
        assertThat(decide(patch(1, THEIRS, null))).isEqualTo(new Relating.NotMaintained());
        assertThat(decide(patch(1, OURS, null), patch(2, THEIRS, null)))
                .isEqualTo(new Relating.NotMaintained());
    }

    private static Relating decide(Patch patch, Patch... named) {
        return Relating.decide(
                Actor.viewer(MAINTAINER, new Origin("127.0.0.1", "a test")),
                patch,
                Arrays.asList(named));
    }

    private static Project project(long id) {
        return new Project(
                id,
                "p" + id,
                "P" + id,
                "",
                "",
                "",
                Project.Links.NONE,
                false,
                false,
                true,
                RuleSet.PATCHBAY);
    }

    private static Patch patch(long id, Project project, @Nullable Long relation, long... others) {
        List<PatchHead> related =
                Arrays.stream(others)
                        .mapToObj(other -> new PatchHead(other, project, "", Instant.EPOCH, ""))
                        .toList();
        return new Patch(
                id,
                project,
                "<m@x>",
                Instant.EPOCH,
                "name",
                null,
                null,
                new State(1, "New", "new", 0, true),
                false,
                null,
                new Person(1, null, "a@example.org", null),
                null,
                null,
                null,
                CheckState.PENDING,
                relation,
                related);
    }
}
