package io.patchbay.patches;

import java.util.Optional;

/** The bundles. */
public interface Bundles {

    Page<Bundle> list(Selection selection);

    Optional<Bundle> withId(long id);

    Optional<Bundle> named(String owner, String name);
}
