package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.List;
import java.util.Optional;

/** What CI systems said. */
public interface Checks {

    Page<Check> list(Selection selection);

    Optional<Check> withId(long patchId, long id);

    /** The newest of each user and context, by id. */
    List<Check> latest(long patchId);
}
