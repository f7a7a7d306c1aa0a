package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.Bundle;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.Optional;

/** The bundles. */
public interface Bundles {

    Page<Bundle> list(Selection selection);

    Optional<Bundle> withId(long id);

    Optional<Bundle> named(String owner, String name);
}
