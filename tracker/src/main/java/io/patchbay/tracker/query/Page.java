package io.patchbay.tracker.query;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Some rows of a list.
 *
 * @param total how many rows the whole list has; {@link #UNKNOWN} for one that is read by cursor
 * @param next where a list that is read by cursor goes on; null at its end
 */
public record Page<T>(List<T> rows, long total, @Nullable Cursor next) {

    public static final long UNKNOWN = -1;

    public Page(List<T> rows, long total) {
        this(rows, total, null);
    }

    /** The same page, told with other rows. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, total, next);
    }
}
