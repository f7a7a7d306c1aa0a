package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.accounts.Token;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/** {@code token list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the tokens of a user: number, label, what they may do, dates.")
final class ListTokens implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "NAME", description = "the user")
    private String name = "";

    @Override
    public Integer call() throws IOException {
        try (var store = data.openExisting(Durability.EVERY_WRITE, InstantSource.system())) {
            var tokens =
                    store.read(reading -> reading.users().tokens(TokenOwner.named(name, reading)));
            tokens.forEach(token -> output.say(line(token)));
            return 0;
        }
    }

    private static String line(Token token) {
        return "%d: %s; may do %s; made %s, expires %s, last used %s"
                .formatted(
                        token.id(),
                        token.label().isEmpty() ? "(no label)" : token.label(),
                        token.may(),
                        moment(token.created()),
                        moment(token.expires()),
                        moment(token.lastUsed()));
    }

    private static String moment(@Nullable Instant when) {
        return when == null ? "never" : when.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
