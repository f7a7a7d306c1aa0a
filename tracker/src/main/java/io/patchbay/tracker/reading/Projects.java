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

    /** Ids of the projects whose link name equals this, ignoring case. */
    List<Long> idsNamed(String linkName);

    /** By project id; a project without maintainers is absent. */
    Map<Long, List<User>> maintainers(Collection<Long> projectIds);

    /** In their order. */
    List<State> states();

    /** Ordered by abbreviation. */
    List<Tag> tags();
}
