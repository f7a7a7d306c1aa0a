package io.patchbay.cli.shell;

import io.patchbay.cli.data.MonitorAddress;
import io.patchbay.cli.data.MonitorLine;
import io.patchbay.cli.data.Output;
import io.patchbay.qmp.chardev.TlsCredentials;
import io.patchbay.qmp.client.QmpClient;
import io.patchbay.qmp.json.JsonObject;
import io.patchbay.server.Refusal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** {@code monitor}. */
@Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        description = {
            "Talks to the server that runs on the data folder, or to any other QMP server.",
            "With a command it runs that, prints what it returns as JSON and ends: exit code 0, or 1"
                    + " with the server's error on standard error. Without one it is a shell; 'help'"
                    + " tells more there."
        })
public final class Monitor implements Callable<Integer> {

    @Mixin private final Output output = new Output();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:PATCHBAY_DATA:-data}",
            description = "the data folder that a server runs on (default: ./data)")
    private Path folder = Path.of("data");

    @Option(
            names = "--socket",
            paramLabel = "PATH|HOST:PORT",
            description = "another monitor, of any QMP server")
    private @Nullable String socket;

    @Option(
            names = "--tls",
            paramLabel = "DIR",
            description =
                    "with HOST:PORT: ca-cert.pem, client-cert.pem and client-key.pem are in this"
                            + " folder")
    private @Nullable Path certificates;

    @Option(
            names = "--watch",
            description =
                    "prints events, a line each, until the server ends; the words are names of"
                            + " events, such as PATCH_CREATED or 'JOB_*' (default: all)")
    private boolean watch;

    @Parameters(
            paramLabel = "WORD",
            description = "a command, then key=value; a dot leads into objects: backend.type=null")
    private List<String> words = List.of();

    private volatile Consumer<JsonObject> listener = event -> {};

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (watch) {
            var watched = new WatchedEvents(words, output);
            listener = watched::heard;
        }
        try (var client = connect()) {
            if (watch) {
                client.awaitEnd();
                return 0;
            }
            if (words.isEmpty()) {
                return MonitorShell.run(client, output, heard -> listener = heard);
            }
            output.say(MonitorCommand.of(words).on(client));
            return 0;
        }
    }

    private QmpClient connect() throws IOException {
        Consumer<JsonObject> heard = event -> listener.accept(event);
        if (socket != null) {
            return MonitorAddress.parse(socket).connect(credentials(), heard);
        }
        try {
            return words.isEmpty() || watch
                    ? MonitorLine.own(folder, heard)
                    : MonitorLine.first(folder, heard);
        } catch (IOException e) {
            throw new Refusal(
                    "no server answers at '%s' (%s); 'serve --data %s' starts one, --socket names another monitor"
                            .formatted(
                                    folder.resolve(MonitorLine.SOCKET), Refusal.reason(e), folder),
                    e);
        }
    }

    private @Nullable TlsCredentials credentials() {
        return certificates == null
                ? null
                : TlsCredentials.load(certificates, TlsCredentials.Endpoint.CLIENT, true);
    }
}
