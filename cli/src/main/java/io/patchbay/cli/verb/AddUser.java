package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Outcome;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.editing.Change;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code user add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Lets somebody sign in. Without a password only an API token does (see 'token').",
            "An address connects the user with the mails that were sent from it."
        })
public final class AddUser implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    @Parameters(paramLabel = "NAME", description = "letters, digits and @ . + - _")
    private String name = "";

    @Option(names = "--email", paramLabel = "MAIL", description = "the user's address")
    private String email = "";

    @Option(names = "--first-name", paramLabel = "TEXT", description = "as pages show it")
    private String firstName = "";

    @Option(names = "--last-name", paramLabel = "TEXT", description = "as pages show it")
    private String lastName = "";

    @Option(
            names = "--maintainer",
            paramLabel = "PROJECT",
            description = "link name of a project to maintain; may be repeated")
    private List<String> maintained = List.of();

    @Option(names = "--password-stdin", description = "reads the password from standard input")
    private boolean passwordFromInput;

    @Override
    public Integer call() throws IOException {
        var hash = passwordFromInput ? Passwords.hash(readPassword()) : "";
        var user = new NewUser(name, hash, firstName, lastName, email, true, false);
        try (var store = data.open(Durability.EVERY_WRITE, InstantSource.system())) {
            var added =
                    Outcome.of(
                            new Editing(store)
                                    .apply(
                                            new Change.AddUser(user, maintained, true),
                                            data.actor()));
            output.say("user %d: %s".formatted(added.id(), name));
            return 0;
        }
    }

    private static String readPassword() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var password = lines.readLine();
        if (password == null || password.isEmpty()) {
            throw new Refusal("--password-stdin expects the password as a line of standard input");
        }
        return switch (Passwords.weakness(password)) {
            case SHORTER ->
                    throw new Refusal(
                            "a password has at least %d characters, this one has %d"
                                    .formatted(Passwords.SHORTEST, password.length()));
            case DIGITS_ONLY ->
                    throw new Refusal("a password cannot be digits only; mix in letters");
            case null -> password;
        };
    }
}
