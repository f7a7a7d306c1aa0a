package io.patchbay.tracker.mails;

import java.util.Optional;

/** How far the places have been read that mail is taken from again and again. */
public interface Bookmarks {

    /** Where reading this place stopped last; empty if it was never read. */
    Optional<String> at(String place);

    /** Only to be called when everything before the position is kept. */
    void put(String place, String position);

    /** The place will be read from its beginning. */
    void remove(String place);
}
