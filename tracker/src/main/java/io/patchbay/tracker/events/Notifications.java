package io.patchbay.tracker.events;

import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.State;

import java.time.Instant;
import java.util.List;

/** What submitters were not told of yet: patches whose state has changed (web-ui §9). */
public interface Notifications {

    /**
     * A submitter who is to be told.
     *
     * @param changes ordered by patch
     * @param taken when
     */
    record Due(Person submitter, List<Change> changes, Instant taken) {}

    /** A patch that has another state than the submitter knows. */
    record Change(long patchId, String name, Project project, State before, State now) {}

    /**
     * Takes what is due of some submitters: of those none of whose patches changed its state after
     * {@code quiet}. What is taken counts as changed now, so that other nodes leave it alone; what
     * is not {@link #settle settled} is due again after a while.
     *
     * @param most how many submitters
     */
    List<Due> take(Instant quiet, int most);

    /** The submitter was told, or shall not be. What changed again since it was taken stays. */
    void settle(Due due);

    /** Removes what nobody has mailed for so long that it is no news any more. */
    int forget(Instant before);
}
