package io.patchbay.server;

import io.patchbay.patches.Writing;
import io.patchbay.store.Durability;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code token}. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Makes an API token for a user and prints it, this once: only its hash is kept.",
            "Older tokens of the user stay valid."
        })
final class MakeToken implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "NAME", description = "the user")
    private String name = "";

    @Option(names = "--label", paramLabel = "TEXT", description = "what the token is for")
    private String label = "";

    @Override
    public Integer call() throws IOException {
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            output.say(store.write(this::make));
            return 0;
        }
    }

    private String make(Writing writing) {
        var user =
                writing.users()
                        .credentials(name)
                        .orElseThrow(() ->
                                new Refusal(
                                        "there is no user '%s'; 'user add' makes one"
                                                .formatted(name)));
        return writing.accounts().addToken(user.userId(), label, null);
    }
}
