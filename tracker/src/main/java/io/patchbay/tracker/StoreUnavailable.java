package io.patchbay.tracker;

/**
 * The store cannot do it now: locked, full or away. It is no fault of the work, which was undone
 * and may be tried again later.
 */
public final class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
