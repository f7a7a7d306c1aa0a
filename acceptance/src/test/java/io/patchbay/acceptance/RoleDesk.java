package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.ErrorLook;
import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.mail.Mail;
import io.patchbay.rest.RestApi;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.editing.NewCheck;
import io.patchbay.tracker.editing.PatchEdited;
import io.patchbay.tracker.editing.Relating;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.User;
import io.patchbay.xmlrpc.XmlRpcApi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The API over a store with one of everything, and a user for each role of the {@link
 * AuthorisationTable} who bears its name.
 */
final class RoleDesk implements AutoCloseable {

    /** How a visitor proves who he is. */
    enum Proof {
        TOKEN,
        PASSWORD,
        SESSION,
        SESSION_WITHOUT_CSRF
    }

    private static final String ANYBODY = "anonymous";

    /** Whose tokens are limited. */
    private static final String BEARER = "bearer";

    private static final String SECRET = "s".repeat(32);

    private final DatabaseStore store;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Long> users = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    private RoleDesk(DatabaseStore store, HttpServer server) {
        this.store = store;
        this.server = server;
    }

    static RoleDesk open(Path folder, AuthorisationTable table) throws IOException {
        var clock = InstantSource.system();
        var store = DatabaseStore.sqlite(folder.resolve("db"), Durability.CHECKPOINTS, clock);
        var routes = new Routes();
        var signIn = new SignIn(store, clock);
        new RestApi(store, signIn).addTo(routes);
        new XmlRpcApi(store, signIn).addTo(routes);
        var options = HttpOptions.on("127.0.0.1", 0);
        var desk = new RoleDesk(store, HttpServer.start(options, routes, ErrorLook.plain()));
        desk.fill(table.roles(), clock);
        desk.makeTokens(table.tokens(), clock.instant());
        return desk;
    }

    private void fill(List<String> roles, InstantSource clock) {
        store.write(writing -> {
            var list = "boats.example.org";
            writing.setup()
                    .addProject(new NewProject("boats", "Boats", list, "boats@example.org", ""));
            writing.setup()
                    .addProject(
                            new NewProject(
                                    "oars", "Oars", "oars.example.org", "o@example.org", ""));
            return Stream.concat(roles.stream(), Stream.of(BEARER))
                    .filter(role -> !role.equals(ANYBODY))
                    .map(role -> add(role, writing))
                    .toList();
        });
        new Filing(store, clock)
                .file(
                        List.of(
                                mail(
                                        "submitter",
                                        "0",
                                        "[PATCH 0/1] tar the hull",
                                        "",
                                        "All of it.\n"),
                                mail("submitter", "1", "[PATCH 1/1] tar the hull", "0", DIFF),
                                mail("author", "2", "Re: [PATCH 0/1] tar the hull", "0", "Why?\n"),
                                mail("author", "3", "Re: [PATCH 1/1] tar the hull", "1", "How?\n"),
                                mail("submitter", "4", "[PATCH v2] tar the hull", "", DIFF)));
        store.write(writing -> {
            for (var writer : List.of("submitter", "author")) {
                writing.accounts().link(id(writer), writer + "@example.org", null);
            }
            writing.accounts().maintains(id("maintainer"), 1, true);
            writing.accounts().maintains(id(BEARER), 1, true);
            delegate(writing);
            var patch = writing.patches().withId(1).orElseThrow();
            var checker = user("maintainer", writing);
            writing.edits().add(patch, new NewCheck(checker, CheckState.SUCCESS, "", "", "first"));
            return true;
        });
    }

    private void makeTokens(List<String> names, Instant now) {
        store.write(writing -> {
            for (var name : names) {
                var token = limited(name, now);
                tokens.put(name, writing.accounts().addToken(id(BEARER), token));
            }
            return true;
        });
    }

    private static NewToken limited(String name, Instant now) {
        return switch (name) {
            case "full" -> NewToken.full(name, null);
            case "here" -> new NewToken(name, Set.of(), 1L, null);
            case "elsewhere" -> new NewToken(name, Set.of(), 2L, null);
            case "expired" -> NewToken.full(name, now.minus(Duration.ofDays(1)));
            default -> new NewToken(name, Set.of(Scope.named(name).orElseThrow()), null, null);
        };
    }

    /** Gives the patch to its delegate, if somebody else has it. */
    void delegate() {
        store.write(writing -> {
            delegate(writing);
            return true;
        });
    }

    private static void delegate(Writing writing) {
        var patch = writing.patches().withId(1).orElseThrow();
        var delegated =
                patch.with(
                        patch.state(),
                        patch.archived(),
                        user("delegate", writing),
                        patch.commitRef(),
                        patch.pullUrl());
        writing.edits()
                .keep(
                        new PatchEdited(patch, delegated, new Relating.Unchanged()),
                        Actor.operator(new Origin("test", "delegate")));
    }

    private static final String DIFF =
            """
            ---
            diff --git a/hull b/hull
            --- a/hull
            +++ b/hull
            @@ -1 +1 @@
            -dry
            +tarred
            """;

    private static Mail mail(String from, String id, String subject, String reply, String body) {
        var text =
                """
                From: %1$s <%1$s@example.org>
                Date: Thu, 1 Jan 2026 10:00:0%2$s +0000
                Subject: %3$s
                Message-ID: <%2$s@example.org>
                List-Id: <boats.example.org>
                In-Reply-To: <%4$s@example.org>

                %5$s\
                """
                        .formatted(from, id, subject, reply, body);
        return Mail.read(text.getBytes(UTF_8));
    }

    private long add(String role, Writing writing) {
        var hash = Passwords.hash(role);
        var email = role + "-account@example.org";
        var staff = role.equals("staff");
        long id = writing.accounts().add(new NewUser(role, hash, "", "", email, true, staff));
        writing.accounts().keepToken(id, "", token(role));
        writing.sessions()
                .open(id, role, InstantSource.system().instant().plus(Duration.ofDays(1)));
        users.put(role, id);
        return id;
    }

    /** Forty hexadecimal characters that tell the roles apart. */
    private static String token(String role) {
        var hash = "%08x".formatted(role.hashCode());
        return hash.repeat(5);
    }

    private static User user(String role, Writing writing) {
        return writing.users()
                .credentials(role)
                .map(known -> writing.users().viewer(known.userId()))
                .map(viewer -> viewer.user())
                .orElseThrow();
    }

    long id(String role) {
        return users.getOrDefault(role, 0L);
    }

    /** Puts ids where the table names what has one: the bearer's for a token, else the owner's. */
    String address(String path, String role) {
        var owner = tokens.containsKey(role) ? BEARER : "owner";
        var address = path.replace("OWNER", String.valueOf(id(owner)));
        for (var bundle : List.of("PUBLIC", "PRIVATE")) {
            if (address.contains(bundle)) {
                address = address.replace(bundle, String.valueOf(bundle(bundle, owner)));
            }
        }
        return address;
    }

    /** The owner's bundle of this name, made anew if somebody has deleted it. */
    private long bundle(String name, String owner) {
        var known = store.read(reading -> reading.bundles().named(owner, name));
        if (known.isEmpty()) {
            var body =
                    "{\"name\":\"%s\",\"public\":%b,\"patches\":[1]}"
                            .formatted(name, name.equals("PUBLIC"));
            send("POST", "/api/bundles/", owner, Proof.TOKEN, body);
        }
        return store.read(reading -> reading.bundles().named(owner, name)).orElseThrow().id();
    }

    /** A request with a body of JSON, or of XML if it begins like that, or without one. */
    HttpResponse<String> send(String method, String path, String role, Proof proof, String body) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", body.startsWith("<") ? "text/xml" : "application/json");
        }
        if (!role.equals(ANYBODY)) {
            prove(role, proof, request);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path + " got no answer", e);
        }
    }

    private void prove(String role, Proof proof, HttpRequest.Builder request) {
        switch (proof) {
            case TOKEN ->
                    request.header(
                            "Authorization", "Token " + tokens.getOrDefault(role, token(role)));
            case PASSWORD -> {
                var pair = (role + ":" + role).getBytes(UTF_8);
                request.header(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
            }
            case SESSION -> {
                request.header("Cookie", "sessionid=" + role + "; csrftoken=" + SECRET);
                request.header("X-CSRFToken", SECRET);
            }
            case SESSION_WITHOUT_CSRF -> request.header("Cookie", "sessionid=" + role);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        store.close();
    }
}
