package io.patchbay.qmp;

import io.patchbay.qmp.chardev.Chardev;
import io.patchbay.qmp.chardev.Connection;
import io.patchbay.qmp.chardev.Frontend;
import io.patchbay.qmp.chardev.Receiver;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The front end of one chardev: each client that comes there gets a session. */
final class Monitor implements Frontend {

    private final QmpServer server;
    private final Chardev chardev;
    private final MonitorOptions options;
    private final Authority authority;
    private final boolean dynamic;
    private volatile @Nullable Session session;

    Monitor(
            QmpServer server,
            Chardev chardev,
            MonitorOptions options,
            Authority authority,
            boolean dynamic) {
        this.server = server;
        this.chardev = chardev;
        this.options = options;
        this.authority = authority;
        this.dynamic = dynamic;
    }

    @Override
    public Receiver connected(Connection connection) {
        var started = new Session(server, this, connection);
        session = started;
        return started;
    }

    /** Unplugs the monitor from its chardev, whose client is hung up on or stays in silence. */
    void unplug(boolean hangUp) {
        chardev.detach(hangUp);
        endSession();
    }

    void endSession() {
        var current = session;
        if (current != null) {
            current.end();
        }
    }

    void clientLeft(Session left) {
        if (session == left) {
            session = null;
        }
        if (options.closeAction() == CloseAction.DELETE) {
            server.monitors().removeWithChardev(this);
        }
    }

    Optional<String> id() {
        return options.id();
    }

    Chardev chardev() {
        return chardev;
    }

    boolean pretty() {
        return options.pretty();
    }

    /** Whether it was added while the server ran, by a client. */
    boolean dynamic() {
        return dynamic;
    }

    Authority authority() {
        return authority;
    }

    boolean allows(String command) {
        return command.equals(Negotiation.COMMAND) || authority.allows(command);
    }

    String allowed() {
        return String.join(", ", authority.globs().orElse(List.of("*")));
    }

    List<Capability> capabilities() {
        return chardev.offersOutOfBand() ? List.of(Capability.OOB) : List.of();
    }
}
