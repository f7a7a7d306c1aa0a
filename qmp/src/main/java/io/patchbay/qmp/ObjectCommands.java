package io.patchbay.qmp;

import io.patchbay.qmp.chardev.TlsCredentials;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.qmp.schema.Tag;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Monitors as objects, the later form of plugging them in and out (spec §11.5), and the
 * certificates of TLS.
 */
final class ObjectCommands {

    @Tag("qom-type")
    sealed interface ObjectAdd extends Command<Empty> {

        String id();

        record MonitorQmp(
                String id,
                String chardev,
                Optional<Boolean> pretty,
                Optional<CloseAction> closeAction)
                implements ObjectAdd {}

        record TlsCredsX509(
                String id,
                String dir,
                Optional<TlsCredentials.Endpoint> endpoint,
                Optional<Boolean> verifyPeer)
                implements ObjectAdd {}
    }

    record ObjectDel(String id) implements Command<Empty> {}

    record QomList(String path) implements Command<List<PropertyInfo>> {}

    record PropertyInfo(String name, String type) {}

    private ObjectCommands() {}

    static void addTo(Commands commands, Monitors monitors) {
        commands.perform(
                ObjectAdd.class, (asked, caller) -> add(asked, (Session) caller, monitors));
        commands.perform(
                ObjectDel.class, (asked, caller) -> delete(asked.id(), (Session) caller, monitors));
        commands.answer(QomList.class, (asked, caller) -> list(asked.path(), monitors));
    }

    private static void add(ObjectAdd asked, Session session, Monitors monitors) {
        switch (asked) {
            case ObjectAdd.MonitorQmp(var id, var chardev, var pretty, var closeAction) ->
                    monitors.add(
                            MonitorOptions.on(chardev)
                                    .named(id)
                                    .pretty(pretty.orElse(false))
                                    .whenClosed(closeAction.orElse(CloseAction.NONE)),
                            session.on().authority(),
                            true,
                            Monitors.OBJECT_TAKEN);
            case ObjectAdd.TlsCredsX509(var id, var folder, var endpoint, var verifyPeer) ->
                    monitors.addCredentials(
                            id,
                            TlsCredentials.load(
                                    Path.of(folder),
                                    endpoint.orElse(TlsCredentials.Endpoint.CLIENT),
                                    verifyPeer.orElse(true)));
        }
    }

    private static void delete(String id, Session session, Monitors monitors) {
        if (monitors.removeCredentials(id)) {
            return;
        }
        var monitor =
                monitors.find(id)
                        .orElseThrow(() -> new QmpError("object '%s' not found".formatted(id)));
        if (session.on() == monitor) {
            throw new QmpError("Cannot delete the current QMP monitor");
        }
        // Unlike monitor-remove, this leaves a connected client on the chardev, in silence.
        monitors.remove(monitor, false);
    }

    private static List<PropertyInfo> list(String path, Monitors monitors) {
        if (!path.equals("/objects")) {
            throw new QmpError(
                    ErrorClass.DEVICE_NOT_FOUND, "Device '%s' not found".formatted(path));
        }
        var properties = new ArrayList<PropertyInfo>();
        properties.add(new PropertyInfo("type", "string"));
        for (var monitor : monitors.all()) {
            monitor.id()
                    .ifPresent(id -> properties.add(new PropertyInfo(id, "child<monitor-qmp>")));
        }
        for (var id : monitors.credentialIds()) {
            properties.add(new PropertyInfo(id, "child<tls-creds-x509>"));
        }
        return properties;
    }
}
