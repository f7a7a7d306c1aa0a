package io.patchbay.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.ErrorLook;
import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.mail.Mail;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.store.database.Postgres;
import io.patchbay.testing.DatabaseAddress;
import io.patchbay.testing.TestDatabase;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.NewToken;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The API on a free port over a store with two lists: boats has the patches 1 to 3, of which 2 and
 * 3 are a series with cover 1 and comment 1 on patch 1; oars has patch 4. Maud maintains boats, Ann
 * wrote the patches, Joe is anybody.
 */
final class Desk implements AutoCloseable {

    static final String MAUD = "a".repeat(40);
    static final String ANN = "b".repeat(40);
    static final String JOE = "c".repeat(40);

    private static final int CONNECTIONS = 8;

    private final DatabaseAddress address;
    private final Store store;
    private final HttpServer server;
    private final List<String> statements;
    private final HttpClient client = HttpClient.newHttpClient();

    private Desk(DatabaseAddress address, Store store, HttpServer server, List<String> statements) {
        this.address = address;
        this.store = store;
        this.server = server;
        this.statements = statements;
    }

    static Desk open(Path folder) throws IOException {
        return open(TestDatabase.SQLITE, folder);
    }

    static Desk open(TestDatabase database, Path folder) throws IOException {
        var clock = InstantSource.system();
        var statements = new CopyOnWriteArrayList<String>();
        var address = database.make(folder, Desk::makeTables);
        var store = opened(address, clock, statements::add);
        store.write(writing -> {
            setUp(writing);
            return true;
        });
        new Filing(store, clock)
                .file(
                        List.of(
                                patch("boats", "1", "[PATCH] tar the hull", ""),
                                mail("boats", "2.0", "[PATCH 0/2] new rudder", "", "All of it.\n"),
                                patch("boats", "2.1", "[PATCH 1/2] saw the rudder", "2.0"),
                                patch("boats", "2.2", "[PATCH 2/2] hang the rudder", "2.0"),
                                mail("boats", "1.r", "Re: [PATCH] tar the hull", "1", "Fine.\n"),
                                patch("oars", "4", "[PATCH] longer blades", "")));
        store.write(writing -> {
            writing.accounts().link(2, "ann@example.org", null);
            return true;
        });
        var routes = new Routes();
        new RestApi(store, new SignIn(store, clock)).addTo(routes);
        var options = HttpOptions.on("127.0.0.1", 0);
        var server = HttpServer.start(options, routes, ErrorLook.plain());
        return new Desk(address, store, server, statements);
    }

    private static void makeTables(DatabaseAddress empty) {
        opened(empty, InstantSource.system(), _ -> {}).close();
    }

    private static Store opened(
            DatabaseAddress address, InstantSource clock, Consumer<String> statements) {
        return switch (address) {
            case DatabaseAddress.SqliteFile(var file) ->
                    DatabaseStore.sqlite(file, Durability.EVERY_WRITE, clock, statements);
            case DatabaseAddress.OnPostgres(_, var url, var user) ->
                    DatabaseStore.postgres(
                            new Postgres(url, user, "", CONNECTIONS),
                            Durability.EVERY_WRITE,
                            clock,
                            statements);
        };
    }

    /** Gives Maud one more. */
    String token(NewToken token) {
        return store.write(writing -> {
            long maud = writing.users().credentials("maud").orElseThrow().userId();
            return writing.accounts().addToken(maud, token);
        });
    }

    private static void setUp(Writing writing) {
        for (var name : List.of("boats", "oars")) {
            writing.setup()
                    .addProject(
                            new NewProject(
                                    name, name, name + ".example.org", name + "@example.org", ""));
        }
        long maud = user(writing, "maud", MAUD);
        user(writing, "ann", ANN);
        user(writing, "joe", JOE);
        writing.accounts().maintains(maud, 1, true);
    }

    private static long user(Writing writing, String name, String token) {
        long id =
                writing.accounts()
                        .add(new NewUser(name, "", "", "", name + "@example.org", true, false));
        writing.accounts().keepToken(id, "", token);
        return id;
    }

    private static Mail patch(String list, String id, String subject, String reply) {
        return mail(
                list,
                id,
                subject,
                reply,
                """
                Say <why> & "how", see http://example.org/a.

                ---
                diff --git a/hull b/hull
                --- a/hull
                +++ b/hull
                @@ -1 +1 @@
                -dry%1$s
                +tarred%1$s
                """
                        .formatted(id));
    }

    private static Mail mail(String list, String id, String subject, String reply, String body) {
        var text =
                "From: Ann <ann@example.org>\nDate: Thu, 1 Jan 2026 10:00:00 +0000\nSubject: "
                        + subject
                        + "\nMessage-ID: <%s@example.org>\nList-Id: <%s.example.org>\n"
                                .formatted(id, list)
                        + (reply.isEmpty() ? "" : "In-Reply-To: <" + reply + "@example.org>\n")
                        + "\n"
                        + body;
        return Mail.read(text.getBytes(UTF_8));
    }

    Store store() {
        return store;
    }

    /** What the store was asked so far; can be cleared. */
    List<String> statements() {
        return statements;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "", "");
    }

    HttpResponse<String> accepting(String path, String types) {
        return answered(request(path).header("Accept", types).GET());
    }

    /** JSON, or a form if it does not begin like JSON. */
    HttpResponse<String> send(String method, String path, String token, String body) {
        return send(method, path, token, body, "");
    }

    /** A POST that names this key, unless that is empty. */
    HttpResponse<String> post(String path, String token, String body, String key) {
        return send("POST", path, token, body, key);
    }

    private HttpResponse<String> send(
            String method, String path, String token, String body, String key) {
        var request = request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Token " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (!body.isEmpty()) {
            boolean json = "{[\"0123456789tfn".indexOf(body.charAt(0)) >= 0 && !body.contains("=");
            request.header(
                    "Content-Type",
                    json ? "application/json" : "application/x-www-form-urlencoded");
        }
        return answered(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> answered(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + " got no answer", e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        store.close();
        address.drop();
    }
}
