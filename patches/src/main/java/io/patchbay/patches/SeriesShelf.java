package io.patchbay.patches;

import java.util.Optional;

/** The series. */
public interface SeriesShelf {

    Page<Series> list(Selection selection);

    Optional<Series> withId(long id);
}
