package io.patchbay.qmp.standalone;

/** A command line that cannot be followed; the message is what the user is told. */
public final class UsageError extends RuntimeException {

    UsageError(String message) {
        super(message, null, false, false);
    }
}
