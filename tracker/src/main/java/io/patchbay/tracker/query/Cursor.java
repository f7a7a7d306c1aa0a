package io.patchbay.tracker.query;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Where a list is continued: behind the row that has these values in the order of the list. Rows
 * that come or go meanwhile neither repeat others nor hide them.
 *
 * @param values each a {@link Long}, a {@link String} or null, the id last; none at the beginning
 */
public record Cursor(List<@Nullable Object> values) {

    public static final Cursor START = new Cursor(List.of());
}
