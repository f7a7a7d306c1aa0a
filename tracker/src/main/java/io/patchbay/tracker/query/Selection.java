package io.patchbay.tracker.query;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Which rows of a list are wanted, in which order, and which part of them.
 *
 * @param criteria all must hold
 * @param order most significant first; the id breaks ties
 * @param after continues a list instead of counting it; the offset means nothing then
 */
public record Selection(
        List<Criterion> criteria,
        List<Order> order,
        long offset,
        int limit,
        @Nullable Cursor after) {

    public Selection(List<Criterion> criteria, List<Order> order, long offset, int limit) {
        this(criteria, order, offset, limit, null);
    }

    /** The same part in the same order of the rows that these criteria let through. */
    public Selection with(List<Criterion> other) {
        return new Selection(other, order, offset, limit, after);
    }

    /** By which field, in which direction. */
    public record Order(Field field, boolean descending) {}

    /** Fields a list can be ordered by; not every list has every one. */
    public enum Field {
        ID,
        NAME,
        DATE,
        PROJECT,
        STATE,
        ARCHIVED,
        SUBMITTER,
        SUBMITTER_NAME,
        DELEGATE,
        OWNER,
        USER,
        USERNAME,
        EMAIL,
        CONTEXT,
        CHECK_STATE,
        TARGET_URL,
        DESCRIPTION,
        COMMIT_REF,
        HASH,
        MESSAGE_ID
    }
}
