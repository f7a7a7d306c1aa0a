package io.patchbay.intake.source;

import io.patchbay.tracker.Store;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/**
 * Remembers how far places have been read that mail is taken from again and again. What is filed
 * under a list of the reader's choice is remembered apart, because it is another reading.
 */
public final class ReadMarks {

    /** Knows nothing and keeps nothing: everything is taken. */
    public static final ReadMarks NONE = new ReadMarks(null, "", true);

    private final @Nullable Store store;
    private final String suffix;
    private final boolean fromStart;

    private ReadMarks(@Nullable Store store, String suffix, boolean fromStart) {
        this.store = store;
        this.suffix = suffix;
        this.fromStart = fromStart;
    }

    /**
     * Kept beside the mails.
     *
     * @param listId under which the mails are filed; empty if their headers tell
     */
    public static ReadMarks in(Store store, Optional<String> listId) {
        return new ReadMarks(store, listId.map(id -> " as " + id).orElse(""), false);
    }

    /** Takes everything once more, and remembers that. */
    public ReadMarks fromStart() {
        return new ReadMarks(store, suffix, true);
    }

    Optional<String> at(String place) {
        return fromStart ? Optional.empty() : find(place);
    }

    /** What was put, wherever reading begins. */
    Optional<String> find(String place) {
        return store == null
                ? Optional.empty()
                : store.write(writing -> writing.bookmarks().at(place + suffix));
    }

    /** What was read up to these positions is filed. */
    void put(Map<String, String> positions) {
        if (store == null || positions.isEmpty()) {
            return;
        }
        store.write(writing -> {
            positions.forEach(
                    (place, position) -> writing.bookmarks().put(place + suffix, position));
            return positions.size();
        });
    }
}
