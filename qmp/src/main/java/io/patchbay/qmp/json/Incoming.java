package io.patchbay.qmp.json;

/** What the bytes of a client amount to: a value, or one fault that deserves one error reply. */
public sealed interface Incoming {

    record Value(Json json) implements Incoming {}

    /** The description is what the client is told, for example {@code JSON parse error, ...}. */
    record Fault(String description) implements Incoming {}
}
