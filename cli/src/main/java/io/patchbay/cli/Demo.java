package io.patchbay.cli;

import io.patchbay.cli.data.Output;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Serves a sample project from a temporary folder, to look around and try things.",
            "Ctrl-C ends it and removes the folder."
        })
final class Demo implements Callable<Integer> {

    @Mixin private final Output output = new Output();

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8000",
            description = "where to listen (default: ${DEFAULT-VALUE}); port 0 takes a free one")
    private Address http = new Address("127.0.0.1", 8000);

    @Override
    public Integer call() throws IOException, InterruptedException {
        var clock = InstantSource.system();
        var sample = SampleData.create();
        try {
            var server = new Server(Config.of(sample.storage(), http), clock);
            StopSignal.willDo(() -> {
                server.close();
                sample.close();
            });
            var token = SampleData.fill(server.store(), clock);
            tell(server.url(), token, sample);
        } catch (IOException | RuntimeException e) {
            sample.close();
            throw e;
        }
        return StopSignal.await();
    }

    private void tell(String url, String token, SampleData sample) {
        output.say(
                """
                A sample project, served until Ctrl-C. Open

                    %1$s/project/%2$s/list/    its patches
                    %1$s/api/    the API
                    %1$s/user/login/    sign in as %3$s, password %3$s

                Try, from another terminal,

                    curl '%1$s/api/patches/?q=ledger&per_page=2'
                    curl -X PATCH -H 'Authorization: Token %4$s' -d state=accepted %1$s/api/patches/1/
                    ./patchbay ingest --data %5$s some.mbox
                """
                        .formatted(url, SampleData.PROJECT, SampleData.USER, token, sample.folder())
                        .stripTrailing());
    }
}
