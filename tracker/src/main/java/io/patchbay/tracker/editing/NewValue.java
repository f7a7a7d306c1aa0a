package io.patchbay.tracker.editing;

import org.jspecify.annotations.Nullable;

/**
 * What a field shall hold, which may be nothing. A field for which a change has no new value stays
 * as it is.
 */
public record NewValue<T extends @Nullable Object>(T value) {

    /** The new value where there is one. */
    public static <T extends @Nullable Object> T or(@Nullable NewValue<T> wanted, T now) {
        return wanted == null ? now : wanted.value;
    }
}
