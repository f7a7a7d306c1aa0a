package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mail addresses that have written. */
public interface People {

    Page<Person> list(Selection selection);

    Optional<Person> withId(long id);

    /** Ids of the persons whose address equals this, ignoring case. */
    List<Long> idsWithEmail(String email);

    /**
     * A series, by whom it counts.
     *
     * @param patches in their order
     */
    record SubmittedSeries(long id, @Nullable Long cover, List<Long> patches) {}

    List<SubmittedSeries> seriesOf(long person);

    /**
     * The patches, cover letters and comments that were filed under a person, with their project.
     */
    Map<Archive.Key, Long> mailsOf(long person);

    /** Whether this address wants no mail from here, in whatever case it is written. */
    boolean hasOptedOut(String email);
}
