package io.patchbay.cli.data;

import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.json.Json;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.qmp.schema.QmpError;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The way to the server that runs on a data folder. A monitor serves one client at a time, so
 * whoever stays longer plugs a monitor of its own and leaves the first one to others.
 */
public final class MonitorLine {

    public static final String SOCKET = "monitor.sock";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private MonitorLine() {}

    /**
     * A monitor of our own on the server, if one answers. The socket file of a server that was
     * killed answers nobody.
     */
    static Optional<QmpClient> ofServerOn(Path folder, Consumer<JsonObject> events) {
        var socket = folder.resolve(SOCKET);
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        try {
            return Optional.of(own(folder, events));
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    /** As {@link #ofServerOn}, telling why there is none. */
    public static QmpClient own(Path folder, Consumer<JsonObject> events) throws IOException {
        var first = first(folder, events);
        try {
            var own = plugIn(first, folder.toAbsolutePath().normalize(), events);
            first.close();
            return own;
        } catch (IOException | QmpError notAllowed) {
            // Such as a server that sees the folder under another path: then we keep the first.
            return first;
        }
    }

    /** The first monitor itself, for one short question. */
    public static QmpClient first(Path folder, Consumer<JsonObject> events) throws IOException {
        return QmpClient.connect(
                UnixDomainSocketAddress.of(folder.resolve(SOCKET)), events, PATIENCE);
    }

    private static QmpClient plugIn(QmpClient first, Path folder, Consumer<JsonObject> events)
            throws IOException {
        var id =
                "cli-%d-%x"
                        .formatted(
                                ProcessHandle.current().pid(),
                                ThreadLocalRandom.current().nextInt(1 << 16));
        var socket = folder.resolve(id + ".sock");
        first.ask("chardev-add", chardev(id, socket));
        try {
            // It goes, with its socket, when we hang up.
            first.ask("object-add", monitor(id));
        } catch (QmpError refused) {
            first.ask("chardev-remove", JsonObject.of(Map.of("id", new Json.Text(id))));
            throw refused;
        }
        return QmpClient.connect(UnixDomainSocketAddress.of(socket), events, PATIENCE);
    }

    private static JsonObject chardev(String id, Path socket) {
        var address =
                Map.of(
                        "type",
                        new Json.Text("unix"),
                        "data",
                        JsonObject.of(Map.of("path", new Json.Text(socket.toString()))));
        var backend =
                Map.of(
                        "type",
                        new Json.Text("socket"),
                        "data",
                        JsonObject.of(Map.of("addr", JsonObject.of(address))));
        return JsonObject.of(Map.of("id", new Json.Text(id), "backend", JsonObject.of(backend)));
    }

    private static JsonObject monitor(String id) {
        return JsonObject.of(
                Map.of(
                        "qom-type", new Json.Text("monitor-qmp"),
                        "id", new Json.Text(id),
                        "chardev", new Json.Text(id),
                        "close-action", new Json.Text("delete")));
    }
}
