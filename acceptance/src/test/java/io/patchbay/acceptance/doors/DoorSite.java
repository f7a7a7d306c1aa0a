package io.patchbay.acceptance.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.acceptance.StorePlace;
import io.patchbay.cli.data.MonitorLine;
import io.patchbay.mail.Mail;
import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage;
import io.patchbay.testing.TestDatabase;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.accounts.Scope;
import io.patchbay.tracker.editing.BundleContent;
import io.patchbay.tracker.editing.PatchEdited;
import io.patchbay.tracker.editing.Relating;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.User;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A server on a store of its own. The list quay has cover 1, the patches 1 to 3 and a comment on
 * cover and patch 1; oars has patch 4. The submitter wrote them, the author the comments; patch 1
 * is the delegate's, quay the maintainer's, who owns the bundles 1 (mine, public), 2 (taken,
 * public) and 3 (hidden).
 */
final class DoorSite implements AutoCloseable {

    static final List<String> USERS =
            List.of("maintainer", "submitter", "delegate", "author", "stranger");

    static final List<String> TOKENS =
            List.of("token read", "token checks", "token state", "token elsewhere");

    static final String PASSWORD = "a-password";
    static final String PATCH = "quay.1@example.org";
    static final String COVER = "quay.0@example.org";

    private static final String HASH = Passwords.hash(PASSWORD);

    /** What changes while nothing is asked for: when a token was shown. */
    private static final Set<String> LEFT_OUT = Set.of("last_used");

    private final Server server;
    private final Path folder;
    private final Connection database;
    private final List<String> data;
    private final Map<String, String> tokens = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private DoorSite(Server server, Path folder, Connection database, List<String> data) {
        this.server = server;
        this.folder = folder;
        this.database = database;
        this.data = data;
    }

    static DoorSite open(TestDatabase database, Path folder) throws IOException {
        var place = StorePlace.in(folder, database);
        return open(place.storage(), folder, place.address().url(), place.options());
    }

    private static DoorSite open(Storage storage, Path folder, String url, List<String> data)
            throws IOException {
        var config =
                Config.of(storage, new Address("127.0.0.1", 0))
                        .withXmlRpc()
                        .withMonitor(folder.resolve(MonitorLine.SOCKET))
                        .withMailSender(_ -> {});
        var server = new Server(config, InstantSource.system());
        var site = new DoorSite(server, folder, connect(url), data);
        site.server.store().write(site::setUp);
        new Filing(server.store(), InstantSource.system())
                .file(
                        List.of(
                                mail("quay", "0", "[PATCH 0/3] oak", "", "All of it.\n"),
                                mail("quay", "1", "[PATCH 1/3] saw", "0", DIFF),
                                mail("quay", "2", "[PATCH 2/3] plane", "0", DIFF),
                                mail("quay", "3", "[PATCH 3/3] tar", "0", DIFF),
                                mail("oars", "4", "[PATCH] longer", "", DIFF),
                                mail("quay", "5", "Re: [PATCH 0/3] oak", "0", "Why?\n"),
                                mail("quay", "6", "Re: [PATCH 1/3] saw", "1", "How?\n")));
        site.server.store().write(DoorSite::link);
        return site;
    }

    private static Connection connect(String url) throws IOException {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IOException(url, e);
        }
    }

    private boolean setUp(Writing writing) {
        for (var list : List.of("quay", "oars")) {
            writing.setup()
                    .addProject(new NewProject(list, "The " + list, list + ".example.org", "", ""));
        }
        var tomorrow = InstantSource.system().instant().plus(Duration.ofDays(1));
        for (var name : USERS) {
            var email = name + "-account@example.org";
            long id = writing.accounts().add(new NewUser(name, HASH, "", "", email, true, false));
            tokens.put(name, writing.accounts().addToken(id, NewToken.full("", null)));
            writing.sessions().open(id, name, tomorrow);
        }
        writing.accounts().maintains(id(Wish.ABLE), 1, true);
        for (var name : TOKENS) {
            tokens.put(name, writing.accounts().addToken(id(Wish.ABLE), limited(name)));
        }
        return true;
    }

    private static NewToken limited(String name) {
        return name.equals("token elsewhere")
                ? new NewToken(name, Set.of(), 2L, null)
                : new NewToken(
                        name, Set.of(Scope.named(name.substring(6)).orElseThrow()), null, null);
    }

    private static boolean link(Writing writing) {
        writing.accounts().link(id("submitter"), "quay@example.org", null);
        writing.accounts().link(id("author"), "reader@example.org", null);
        var patch = writing.patches().withId(1).orElseThrow();
        var delegated = patch.with(patch.state(), false, user(writing, "delegate"), null, null);
        writing.edits()
                .keep(
                        new PatchEdited(patch, delegated, new Relating.Unchanged()),
                        Actor.operator(new Origin("test", "delegate")));
        var owner = user(writing, Wish.ABLE);
        for (var bundle : List.of("mine", "taken", "hidden")) {
            boolean isPublic = !bundle.equals("hidden");
            writing.edits().addBundle(owner, new BundleContent(1, bundle, isPublic, List.of(1L)));
        }
        return true;
    }

    private static User user(Writing writing, String name) {
        return writing.users().withId(id(name)).orElseThrow();
    }

    /** Of a user; a text that names none is returned as it is. */
    static String idOf(String user) {
        return USERS.contains(user) ? String.valueOf(id(user)) : user;
    }

    static long id(String user) {
        return USERS.indexOf(user) + 1L;
    }

    private static final String DIFF =
            """
            Because.

            --- a/hull
            +++ b/hull
            @@ -1 +1 @@
            -dry
            +tarred
            """;

    private static Mail mail(String list, String id, String subject, String reply, String body) {
        var text =
                """
                From: %1$s <%1$s@example.org>
                Date: Thu, 1 Jan 2026 10:00:00 +0000
                Subject: %4$s
                Message-ID: <%2$s.%3$s@example.org>
                List-Id: <%2$s.example.org>
                %5$s
                %6$s\
                """
                        .formatted(
                                subject.startsWith("Re:") ? "reader" : "quay",
                                list,
                                id,
                                subject,
                                reply.isEmpty()
                                        ? ""
                                        : "In-Reply-To: <%s.%s@example.org>\n"
                                                .formatted(list, reply),
                                body);
        return Mail.read(text.getBytes(UTF_8));
    }

    /** Patch 1 as its page shows it to a browser. */
    Patch patch() {
        return server.store().read(reading -> reading.patches().withId(1)).orElseThrow();
    }

    String nameOfBundle(long id) {
        return server.store().read(reading -> reading.bundles().withId(id)).orElseThrow().name();
    }

    /** The number of a state, as forms and pwclient find it by its name; else what was given. */
    String numberOfState(String word) {
        return server.store().read(reading -> reading.projects().states()).stream()
                .filter(state -> state.name().equals(word) || state.slug().equals(word))
                .findFirst()
                .map(state -> Long.toString(state.id()))
                .orElse(word);
    }

    Path monitor() {
        return folder.resolve(MonitorLine.SOCKET);
    }

    /** Says where the data is, to the command line. */
    List<String> data() {
        return data;
    }

    String token(String who) {
        return tokens.get(who);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Every row of every table; those of the index of words of SQLite change by themselves. */
    Map<String, List<String>> rows() throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        var kind = new String[] {"TABLE"};
        try (var tables = database.getMetaData().getTables(null, database.getSchema(), "%", kind)) {
            while (tables.next()) {
                var table = tables.getString("TABLE_NAME");
                if (!table.startsWith("patch_name")) {
                    rows.put(table, rows(table));
                }
            }
        }
        return rows;
    }

    private List<String> rows(String table) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            var columns = rows.getMetaData();
            var texts = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    if (!LEFT_OUT.contains(columns.getColumnName(column))) {
                        cells.add(rows.getString(column));
                    }
                }
                texts.add(String.join(" | ", cells.stream().map(String::valueOf).toList()));
            }
            texts.sort(null);
            return texts;
        }
    }

    @Override
    public void close() throws SQLException {
        client.close();
        database.close();
        server.close();
    }
}
