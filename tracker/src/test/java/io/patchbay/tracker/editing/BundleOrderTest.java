package io.patchbay.tracker.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Viewer;
import io.patchbay.tracker.editing.Edited.Right;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.RuleSet;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.model.UserSettings;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

class BundleOrderTest {

    private static final User JOE = new User(1, "joe", "", "", "");
    private static final User ANN = new User(2, "ann", "", "", "");
    private static final Project PROJECT =
            new Project(
                    1,
                    "p",
                    "P",
                    "",
                    "",
                    "",
                    Project.Links.NONE,
                    false,
                    false,
                    true,
                    RuleSet.PATCHBAY);

    @Test
    void thoseThatAreNamedComeFirst() {
        assertThat(order(List.of(3L, 2L), 1, 2, 3)).containsExactly(3L, 2L, 1L);
    }

    @Test
    void whatIsNotInTheBundleStaysOut() {
        assertThat(order(List.of(9L, 2L, 1L), 1, 2)).containsExactly(2L, 1L);
    }

    @Test
    void onlyTheOwnerOrders() {
        var decided =
                BundleRules.decide(new Change.OrderBundle(1, List.of()), actor(ANN), bundle(1));

        assertThat(decided).isEqualTo(new Edited.NotAllowed<>(Right.OWN_BUNDLE));
    }

    private static List<Long> order(List<Long> wanted, long... now) {
        var decided =
                BundleRules.decide(new Change.OrderBundle(1, wanted), actor(JOE), bundle(now));
        if (decided instanceof Edited.Done<BundleRules.Kept>(var kept, var _)) {
            return kept.content().patchIds();
        }
        throw new AssertionError(decided.toString());
    }

    private static Actor actor(User user) {
        return Actor.viewer(
                new Viewer(user, UserSettings.DEFAULT, Set.of(), Set.of(), false, null),
                new Origin("127.0.0.1", "a test"));
    }

    private static Bundle bundle(long... patches) {
        var heads =
                LongStream.of(patches)
                        .mapToObj(id -> new PatchHead(id, PROJECT, "", Instant.EPOCH, ""))
                        .toList();
        return new Bundle(1, PROJECT, "mine", JOE, true, heads);
    }
}
