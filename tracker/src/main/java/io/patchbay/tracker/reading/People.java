package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.List;
import java.util.Optional;

/** The mail addresses that have written. */
public interface People {

    Page<Person> list(Selection selection);

    Optional<Person> withId(long id);

    /** Ids of the persons whose address equals this, ignoring case. */
    List<Long> idsWithEmail(String email);

    /** Whether this address wants no mail from here, in whatever case it is written. */
    boolean hasOptedOut(String email);
}
