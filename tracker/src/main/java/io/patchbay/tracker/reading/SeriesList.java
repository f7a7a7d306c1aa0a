package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.Optional;

/** The series. */
public interface SeriesList {

    Page<Series> list(Selection selection);

    Optional<Series> withId(long id);
}
