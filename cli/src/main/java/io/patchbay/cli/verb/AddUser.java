package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.NameTaken;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Passwords;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code user add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Lets somebody sign in. Without a password only an API token does (see 'token').",
            "An address connects the user with the mails that were sent from it."
        })
public final class AddUser implements Callable<Integer> {

    // The letters that Django allows in usernames, so that names can move between the two.
    private static final Pattern USERNAME =
            Pattern.compile("[\\w.@+-]{1,150}", Pattern.UNICODE_CHARACTER_CLASS);

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
        if (!USERNAME.matcher(name).matches()) {
            throw new Refusal(
                    "a user's name consists of letters, digits and @ . + - _, but this is '%s'"
                            .formatted(name));
        }
        var hash = passwordFromInput ? Passwords.hash(readPassword()) : "";
        var user = new NewUser(name, hash, firstName, lastName, email, true, false);
        try (var store = data.open(Durability.EVERY_WRITE, InstantSource.system())) {
            long id = store.<Long>write(writing -> add(user, writing));
            output.say("user %d: %s".formatted(id, name));
            return 0;
        } catch (NameTaken e) {
            throw new Refusal(Refusal.reason(e), e);
        }
    }

    private long add(NewUser user, Writing writing) {
        long id = writing.accounts().add(user);
        for (var linkName : maintained) {
            writing.accounts().maintains(id, projectNamed(linkName, writing), true);
        }
        if (!email.isEmpty()) {
            writing.accounts().link(id, email, null);
        }
        return id;
    }

    private static long projectNamed(String linkName, Reading reading) {
        return reading.projects()
                .withLinkName(linkName)
                .orElseThrow(() -> noProject(linkName, reading))
                .id();
    }

    private static Refusal noProject(String linkName, Reading reading) {
        var known =
                reading.projects().all().stream()
                        .map(project -> project.linkName())
                        .collect(Collectors.joining(", "));
        return new Refusal(
                "there is no project '%s'; there %s"
                        .formatted(
                                linkName,
                                known.isEmpty()
                                        ? "is none yet, 'project add' makes one"
                                        : "are: " + known));
    }

    private static String readPassword() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var password = lines.readLine();
        if (password == null || password.isEmpty()) {
            throw new Refusal("--password-stdin expects the password as a line of standard input");
        }
        return password;
    }
}
