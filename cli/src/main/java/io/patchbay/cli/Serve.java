package io.patchbay.cli;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.MonitorLine;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Refusal;
import io.patchbay.server.Server;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves pages and API until it is told to stop (Ctrl-C or SIGTERM).")
final class Serve implements Callable<Integer> {

    // sun_path of the Linux kernel holds 108 bytes, of which the JDK keeps two to itself.
    private static final int LONGEST_SOCKET_PATH = 106;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();
    @Mixin private final MailOptions mail = new MailOptions();
    @Mixin private final PostOptions post = new PostOptions();
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
            names = "--keep-audit",
            paramLabel = "DAYS",
            description = "how long the record of who changed what is kept (default: for ever)")
    private @Nullable Integer keepAuditDays;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var config =
                new Config(
                        data.storage(),
                        http,
                        domain,
                        behindProxy,
                        xmlrpc,
                        mail.config(
                                socket("lmtp.sock", "LMTP"),
                                socket("mail.sock", "fast parsemail"),
                                data.mirrors(),
                                post.postman(InstantSource.system())),
                        keepAudit(),
                        socket(MonitorLine.SOCKET, "monitor"),
                        monitors.options());
        var server = new Server(config, InstantSource.system());
        StopSignal.willDo(server::close);
        output.say("serving %s on %s/ (Ctrl-C ends)".formatted(config.storage(), server.url()));
        server.awaitQuit();
        return 0;
    }

    private @Nullable Duration keepAudit() {
        if (keepAuditDays == null) {
            return null;
        }
        if (keepAuditDays < 1) {
            throw new Refusal(
                    "--keep-audit expects a number of days from 1, but this is " + keepAuditDays);
        }
        return Duration.ofDays(keepAuditDays);
    }

    /** In the data folder, if the system can take an address that long. */
    private @Nullable Path socket(String name, String what) throws IOException {
        var socket = Files.createDirectories(data.folder()).resolve(name);
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_PATH) {
            output.warn(
                    "no %s: the path '%s' is too long for a socket; use a shorter --data"
                            .formatted(what, socket));
            return null;
        }
        return socket;
    }
}
