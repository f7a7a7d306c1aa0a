package io.patchbay.tracker.reading;

import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.List;

/** What happened. */
public interface Events {

    Page<Event> list(Selection selection);

    /** The events behind this one, oldest first: for readers that follow. */
    List<Event> after(long id, int limit);

    /** The id of the newest event, 0 if there is none. */
    long newest();
}
