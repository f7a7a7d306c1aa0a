package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.Tag;
import io.patchbay.tracker.model.User;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The projects, and the small tables that are the same for all of them. */
public interface Projects {

    /** All of them, ordered by link name. */
    List<Project> all();

    Page<Project> list(Selection selection);

    Optional<Project> withId(long id);

    /** Case matters. */
    Optional<Project> withLinkName(String linkName);

    /** By id or link name, as addresses have it: a number that is no id can still be a name. */
    default Optional<Project> withKey(String key) {
        return id(key).flatMap(this::withId).or(() -> withLinkName(key));
    }

    private static Optional<Long> id(String key) {
        try {
            return key.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                    ? Optional.of(Long.valueOf(key))
                    : Optional.empty();
        } catch (NumberFormatException tooLargeOrEmpty) {
            return Optional.empty();
        }
    }

    /** Ids of the projects whose link name equals this, ignoring case. */
    List<Long> idsNamed(String linkName);

    /** By project id; a project without maintainers is absent. */
    Map<Long, List<User>> maintainers(Collection<Long> projectIds);

    /** In their order. */
    List<State> states();

    /** Ordered by abbreviation. */
    List<Tag> tags();
}
