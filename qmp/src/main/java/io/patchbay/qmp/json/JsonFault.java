package io.patchbay.qmp.json;

/** A token that is no valid value; the message is what the client is told after the prefix. */
final class JsonFault extends Exception {

    JsonFault(String description) {
        // A hostile client can cause one for every few bytes: no stack trace.
        super(description, null, false, false);
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
