package io.patchbay.qmp.chardev;

/** What is plugged into a chardev. It is told of each client, one after the other. */
public interface Frontend {

    /** A client is there; what it sends goes to the receiver returned. Must not block. */
    Receiver connected(Connection connection);
}
