package io.patchbay.cli.verb;

import io.patchbay.cli.data.DataOptions;
import io.patchbay.cli.data.Outcome;
import io.patchbay.cli.data.Output;
import io.patchbay.server.Refusal;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code token NAME}; the verbs below it list and revoke. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        subcommands = {ListTokens.class, RevokeToken.class},
        description = {
            "Makes an API token for a user and prints it, this once: only its hash is kept.",
            "Older tokens of the user stay valid. Without --scope and --project it may do all that"
                    + " the user may."
        })
public final class MakeToken implements Callable<Integer> {

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final Output output = new Output();

    // Not required by the parser, which would ask for it before the verbs below too.
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "the user")
    private String name = "";

    @Option(names = "--label", paramLabel = "TEXT", description = "what the token is for")
    private String label = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = ",",
            description = {
                "what it may do: read; checks (report them); state (change patches, mark comments"
                        + " as addressed); may be repeated"
            })
    private List<String> scopes = List.of();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "link name of the only project in which it may change something")
    private @Nullable String project;

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "a number of days, such as 90d, or a day, such as 2027-01-31")
    private @Nullable String expires;

    @Override
    public Integer call() throws IOException {
        if (name.isEmpty()) {
            throw new Refusal("expected the name of the user who gets the token; none was given");
        }
        var clock = InstantSource.system();
        var limits = scopes();
        var end = expires == null ? null : Expiry.of(expires, clock.instant());
        try (var store = data.openExisting(Durability.EVERY_WRITE, clock)) {
            var change = store.read(reading -> asked(limits, end, reading));
            output.say(Outcome.of(new Editing(store).apply(change, data.actor())));
            return 0;
        }
    }

    private Set<Scope> scopes() {
        var all = EnumSet.noneOf(Scope.class);
        for (var word : scopes) {
            all.add(
                    Scope.named(word)
                            .orElseThrow(() ->
                                    new Refusal(
                                            "a scope is one of %s, but this is '%s'"
                                                    .formatted(
                                                            Scope.labels(EnumSet.allOf(Scope.class))
                                                                    .replace(" ", ", "),
                                                            word))));
        }
        return all;
    }

    private Change.AddToken asked(Set<Scope> limits, @Nullable Instant end, Reading reading) {
        long user = TokenOwner.named(name, reading);
        return new Change.AddToken(user, new NewToken(label, limits, projectId(reading), end));
    }

    private @Nullable Long projectId(Reading reading) {
        if (project == null) {
            return null;
        }
        return reading.projects().all().stream()
                .filter(one -> one.linkName().equals(project))
                .findFirst()
                .map(Project::id)
                .orElseThrow(() ->
                        new Refusal(
                                "there is no project '%s'; 'project list' names them"
                                        .formatted(project)));
    }
}
