package io.patchbay.server;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves pages and API until it is told to stop (Ctrl-C or SIGTERM).")
final class Serve implements Callable<Integer> {

    // sun_path of the Linux kernel holds 108 bytes with the final NUL.
    private static final int LONGEST_SOCKET_PATH = 107;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();
    @Mixin private final MonitorPlugs monitors = new MonitorPlugs();

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8000",
            description = "where to listen (default: ${DEFAULT-VALUE}); port 0 takes a free one")
    private Address http = new Address("127.0.0.1", 8000);

    @Option(
            names = "--domain",
            paramLabel = "NAME",
            description = "where clients find the site (default: where it listens)")
    private @Nullable String domain;

    @Option(
            names = "--behind-proxy",
            description = "believes X-Forwarded-Proto and X-Forwarded-For of every request")
    private boolean behindProxy;

    @Option(names = "--xmlrpc", description = "answers pwclient's old interface at /xmlrpc/ too")
    private boolean xmlrpc;

    @Option(
            names = "--follow",
            paramLabel = "[LIST-ID=]FOLDER",
            description =
                    "takes mails as they come to this public-inbox folder; may be repeated. The list"
                            + " id files them under that list, whatever their headers say")
    private List<Followed> followed = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var monitor = monitor();
        var config =
                new Config(
                        data.storage(),
                        http,
                        domain,
                        behindProxy,
                        xmlrpc,
                        monitor,
                        monitors.options(),
                        followed);
        var server = new Server(config, InstantSource.system());
        StopSignal.willDo(server::close);
        output.say("serving %s on %s/ (Ctrl-C ends)".formatted(config.storage(), server.url()));
        server.awaitQuit();
        return 0;
    }

    /** In the data folder, if the system can take an address that long. */
    private @Nullable Path monitor() throws IOException {
        var socket = Files.createDirectories(data.folder()).resolve("monitor.sock");
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_PATH) {
            output.warn(
                    "no monitor: the path '%s' is too long for a socket; use a shorter --data"
                            .formatted(socket));
            return null;
        }
        return socket;
    }
}
