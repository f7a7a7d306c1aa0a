package io.patchbay.store;

/** The database refused or failed; the message holds the SQL that was run. */
public final class StoreFailure extends RuntimeException {

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    StoreFailure(String message) {
        super(message);
    }
}
