package io.patchbay.cli;

import io.patchbay.cli.data.MonitorLine;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage.InFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** A server on a data folder, with its first monitor where {@code serve} has it. */
public final class RunningServer implements AutoCloseable {

    private final Server server;
    private boolean closed;

    private RunningServer(Server server) {
        this.server = server;
    }

    public static RunningServer on(Path data) throws IOException {
        var config =
                Config.of(new InFolder(data), new Address("127.0.0.1", 0))
                        .withMonitor(data.resolve(MonitorLine.SOCKET))
                        .withMirrors(data.resolve("mirrors"));
        return new RunningServer(new Server(config, InstantSource.system()));
    }

    Server server() {
        return server;
    }

    /** May be closed by the test and again by its end. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            server.close();
        }
    }
}
