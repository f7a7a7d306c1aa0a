package io.patchbay.qmp;

import io.patchbay.qmp.chardev.Chardevs;
import io.patchbay.qmp.chardev.TlsCredentials;
import io.patchbay.qmp.schema.Identifier;
import io.patchbay.qmp.schema.QmpError;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The monitors of one server. Used in a dispatcher's turn only. */
final class Monitors {

    static final String TAKEN = "Monitor with id '%s' already exists";
    static final String OBJECT_TAKEN =
            "attempt to add duplicate property '%s' to object (type 'container')";

    private final QmpServer server;
    private final Chardevs chardevs;
    private final List<Monitor> all = new ArrayList<>();

    Monitors(QmpServer server, Chardevs chardevs) {
        this.server = server;
        this.chardevs = chardevs;
    }

    /** Adds a monitor; {@code taken} words the error when its id is in use. */
    void add(MonitorOptions options, Authority authority, boolean dynamic, String taken) {
        options.id().ifPresent(id -> check(id, taken));
        if (!chardevs.has(options.chardev())) {
            throw new QmpError("chardev \"%s\" not found".formatted(options.chardev()));
        }
        var chardev = chardevs.get(options.chardev());
        var monitor = new Monitor(server, chardev, options, authority, dynamic);
        chardev.attach(monitor);
        all.add(monitor);
    }

    void addByHost(MonitorOptions options) {
        add(options, Authority.FULL.delegate(options.allow()), false, TAKEN);
    }

    private void check(String id, String taken) {
        if (!Identifier.isOne(id)) {
            throw new QmpError("Parameter 'id' expects an identifier");
        }
        if (find(id).isPresent() || chardevs.credentialIds().contains(id)) {
            throw new QmpError(taken.formatted(id));
        }
    }

    /** Credentials are objects beside the monitors and share their ids. */
    void addCredentials(String id, TlsCredentials credentials) {
        check(id, OBJECT_TAKEN);
        chardevs.addCredentials(id, credentials);
    }

    boolean removeCredentials(String id) {
        return chardevs.removeCredentials(id);
    }

    List<String> credentialIds() {
        return chardevs.credentialIds();
    }

    void remove(Monitor monitor, boolean hangUp) {
        all.remove(monitor);
        monitor.unplug(hangUp);
    }

    /** Removes a monitor whose client has left, and the chardev it was on. */
    void removeWithChardev(Monitor monitor) {
        server.dispatcher()
                .inTurn(() -> {
                    if (all.contains(monitor)) {
                        remove(monitor, true);
                        chardevs.remove(monitor.chardev().label());
                    }
                    return true;
                });
    }

    void endSessions() {
        all.forEach(Monitor::endSession);
    }

    void removeAll() {
        for (var monitor : List.copyOf(all)) {
            remove(monitor, true);
        }
    }

    Optional<Monitor> find(String id) {
        return all.stream()
                .filter(monitor -> monitor.id().filter(id::equals).isPresent())
                .findFirst();
    }

    List<Monitor> all() {
        return List.copyOf(all);
    }
}
