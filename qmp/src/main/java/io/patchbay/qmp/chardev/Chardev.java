package io.patchbay.qmp.chardev;

import io.patchbay.qmp.schema.QmpError;

import org.jspecify.annotations.Nullable;

/**
 * A character device: at most one front end is plugged into it, at most one client is on it at a
 * time. The two come and go independently.
 */
public abstract class Chardev {

    private final String label;
    private @Nullable Frontend frontend;
    private @Nullable Connection connection;
    private boolean closed;

    Chardev(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What {@code query-chardev} shows: kind, address, whether a client is there. */
    public abstract String filename();

    /** Whether out-of-band commands are offered: only where input has a stream of its own. */
    public abstract boolean offersOutOfBand();

    /** Starts to take clients. */
    abstract void start();

    /** Returns when the first client has come; at once on a device that waits for none. */
    public void awaitClient() throws InterruptedException {
        // Only a listening socket has to wait.
    }

    /** Gives up everything the device holds, except its client. */
    abstract void release();

    /** Plugs a front end in; it gets the client that is there, if one is. */
    public final synchronized void attach(Frontend attached) {
        if (frontend != null) {
            throw new QmpError("chardev '%s' is already in use".formatted(label));
        }
        frontend = attached;
        if (connection != null) {
            connection.plug(attached.connected(connection));
        }
    }

    /** Pulls the front end out. The client stays on the device, in silence, or is hung up on. */
    public final synchronized void detach(boolean hangUp) {
        frontend = null;
        if (connection == null) {
            return;
        }
        if (hangUp && losesClients()) {
            connection.hangUp();
            connection = null;
        } else {
            connection.plug(null);
        }
    }

    public final synchronized boolean attached() {
        return frontend != null;
    }

    /** Cuts the client off at once, whatever it is doing. */
    public final synchronized void yank() {
        if (connection != null && losesClients()) {
            connection.cut();
        }
    }

    final void close() {
        release();
        synchronized (this) {
            closed = true;
            if (connection != null) {
                connection.hangUp();
                connection = null;
            }
        }
    }

    final synchronized void arrived(Connection client) {
        if (closed) {
            client.hangUp();
            return;
        }
        connection = client;
        if (frontend != null) {
            client.plug(frontend.connected(client));
        }
    }

    final synchronized void left(Connection client) {
        if (connection == client) {
            connection = null;
        }
    }

    final synchronized boolean connected() {
        return connection != null;
    }

    /** Whether the device goes on without its client; a file or a buffer is its own client. */
    abstract boolean losesClients();

    @Override
    public String toString() {
        return "chardev '" + label + "'";
    }
}
