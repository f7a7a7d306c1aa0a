package io.patchbay.qmp.schema;

/** The result of a command that returns nothing: {@code {}}. */
public record Empty() {

    public static final Empty EMPTY = new Empty();
}
