package io.patchbay.web.list;

import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Criterion.OwnedBy;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a signed-in user can choose in the forms that change patches.
 *
 * @param delegates those that a patch can be delegated to
 * @param bundles the user's own
 */
public record BulkChoices(List<State> states, List<User> delegates, List<Bundle> bundles) {

    private static final int ALL = Integer.MAX_VALUE;

    public static BulkChoices of(
            List<State> states,
            Project project,
            @Nullable User delegate,
            User user,
            Reading reading) {
        return new BulkChoices(
                states, delegates(project, delegate, reading), bundlesOf(user, reading));
    }

    /** The project's maintainers, and whoever is the delegate now. */
    public static List<User> delegates(Project project, @Nullable User now, Reading reading) {
        var maintainers = maintainers(project, reading);
        if (now == null || maintainers.stream().anyMatch(user -> user.id() == now.id())) {
            return maintainers;
        }
        var delegates = new ArrayList<>(maintainers);
        delegates.add(now);
        return delegates;
    }

    public static List<User> maintainers(Project project, Reading reading) {
        return reading.projects()
                .maintainers(Set.of(project.id()))
                .getOrDefault(project.id(), List.of());
    }

    public static List<Bundle> bundlesOf(User user, Reading reading) {
        var byName = List.of(new Order(Field.NAME, false));
        return reading.bundles()
                .list(new Selection(List.of(new OwnedBy(Set.of(user.id()))), byName, 0, ALL))
                .rows();
    }
}
