package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Outcome;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.accounts.Token;
import io.patchbay.tracker.editing.Change;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code token revoke}. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "Makes a token worthless at once; 'token list' tells its number.")
final class RevokeToken implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(index = "0", paramLabel = "NAME", description = "the user")
    private String name = "";

    @Parameters(index = "1", paramLabel = "NUMBER", description = "of the token")
    private long number;

    @Override
    public Integer call() throws IOException {
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            long user = store.read(reading -> TokenOwner.named(name, reading));
            var label =
                    store.read(reading -> reading.users().tokens(user)).stream()
                            .filter(one -> one.id() == number)
                            .map(Token::label)
                            .findFirst()
                            .orElseThrow(() ->
                                    new Refusal(
                                            "%s has no token %d; 'token list' tells them"
                                                    .formatted(name, number)));
            Outcome.of(
                    new Editing(store).apply(new Change.RemoveToken(user, number), data.actor()));
            output.say("token %d (%s) of %s is revoked".formatted(number, label, name));
            return 0;
        }
    }
}
