package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.DelegationRule;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.Tag;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What filing has to know of the instance whatever the mail: small tables that rarely change.
 *
 * @param projects ordered by link name
 * @param states in their order
 * @param delegation by project id; a project without rules is absent
 */
public record FilingContext(
        List<Project> projects,
        List<State> states,
        List<Tag> tags,
        Map<Long, List<DelegationRule>> delegation) {

    /** The state of new patches: the one with the lowest ordering, 0 by convention. */
    State initialState() {
        return states.stream()
                .min(Comparator.comparingInt(State::ordering))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "a patch needs a state to start in, but there is no state;"
                                        + " add one with ordering 0"));
    }

    /** The state with this name (not its slug), ignoring case; unknown names are not an error. */
    State stateNamed(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return states.stream()
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseGet(this::initialState);
    }
}
