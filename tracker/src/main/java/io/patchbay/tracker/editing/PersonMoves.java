package io.patchbay.tracker.editing;

import io.patchbay.tracker.model.Person;

import java.util.List;
import java.util.Map;

/**
 * How what one person submitted becomes other people's.
 *
 * @param staying how many mails stay where they are
 * @param entry the id of the audit record, by which it is undone; 0 before it is done
 */
public record PersonMoves(Person from, List<Part> parts, int staying, long entry) {

    /** The id of a person who is not here yet. */
    public static final long NEW = 0;

    /**
     * What becomes one person's.
     *
     * @param to with the id {@link #NEW} if nothing came from that address yet
     * @param ids by kind; a kind of which there is nothing may be missing
     */
    public record Part(Person to, Map<MovedMails.Kind, List<Long>> ids) {

        public List<Long> of(MovedMails.Kind kind) {
            return ids.getOrDefault(kind, List.of());
        }
    }
}
