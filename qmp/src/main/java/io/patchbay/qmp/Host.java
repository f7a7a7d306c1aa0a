package io.patchbay.qmp;

/**
 * The program that a server controls: what it does when clients say {@code stop}, {@code cont} and
 * {@code quit}. Each is called before the clients are told; a {@link
 * io.patchbay.qmp.schema.QmpError} refuses, and nothing changes.
 */
public interface Host {

    default void stop() {}

    default void cont() {}

    /** The server closes itself afterwards. */
    default void quit() {}
}
