package io.patchbay.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.message.Percent;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.mail.Mail;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Editing;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Actor;
import io.patchbay.tracker.accounts.MailSender.OutgoingMail;
import io.patchbay.tracker.accounts.Origin;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.editing.Change;
import io.patchbay.tracker.editing.Edited;
import io.patchbay.tracker.editing.PatchFields;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedProject;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.State;
import io.patchbay.tracker.model.User;
import io.patchbay.web.frame.Site;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A whole site on a free port: real server, real store in a folder of the test's. */
public final class TestSite implements AutoCloseable {

    static final Site SITE =
            new Site(
                    "Patches of Example",
                    "example.com",
                    false,
                    "1.2.3",
                    true,
                    false,
                    List.of(new Site.Admin("Ada", "ada@example.org")));

    static final User MAINT = new User(1, "maint", "Mia", "Maint", "maint@example.org");
    static final User JOE = new User(2, "joe", "", "", "joe@example.org");
    static final Actor OPERATOR = Actor.operator(new Origin("test", "fixture"));
    private static final Instant NOW = Instant.parse("2026-04-10T12:00:00Z");

    final Store store;
    final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();

    /** What was asked of the store. */
    final List<String> statements = new CopyOnWriteArrayList<>();

    /** How far the site's clock is ahead. */
    volatile Duration later = Duration.ZERO;

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Filing filing;
    private String cookies = "csrftoken=" + "c".repeat(32);

    private TestSite(Path folder, boolean mails) throws IOException {
        var file = Files.copy(Prepared.FILE, folder.resolve("site.db"));
        store =
                DatabaseStore.sqlite(
                        file, Durability.CHECKPOINTS, InstantSource.system(), statements::add);
        filing = new Filing(store, InstantSource.fixed(NOW));
        InstantSource clock = () -> Instant.now().plus(later);
        var website =
                new Website(store, new SignIn(store, clock), SITE, clock, mails ? sent::add : null);
        var routes = new Routes();
        website.addTo(routes);
        server = HttpServer.start(HttpOptions.on("127.0.0.1", 0), routes, website.errors());
    }

    /** With a project "demo" and two users, of whom maint maintains it. */
    public static TestSite open(Path folder) throws IOException {
        return new TestSite(folder, true);
    }

    /** The same, but it sends no mail. */
    static TestSite openWithoutMail(Path folder) throws IOException {
        return new TestSite(folder, false);
    }

    /** Made once; each site begins with a copy. */
    private static final class Prepared {

        static final Path FILE = prepare();

        private static Path prepare() {
            try {
                var folder = Files.createTempDirectory("patchbay-web-test");
                var file = folder.resolve("prepared.db");
                try (var store =
                        DatabaseStore.sqlite(
                                file, Durability.CHECKPOINTS, InstantSource.system())) {
                    store.write(TestSite::fill);
                }
                file.toFile().deleteOnExit();
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot prepare a store", e);
            }
        }
    }

    private static boolean fill(Writing writing) {
        writing.imports().project(project(1, "demo"), Completeness.WHOLE);
        addUser(MAINT, writing);
        addUser(JOE, writing);
        writing.accounts().maintains(MAINT.id(), 1, true);
        return true;
    }

    private static void addUser(User user, Writing writing) {
        long id =
                writing.accounts()
                        .add(
                                new NewUser(
                                        user.username(),
                                        Passwords.hash(passwordOf(user)),
                                        user.firstName(),
                                        user.lastName(),
                                        user.email(),
                                        true,
                                        false));
        if (id != user.id()) {
            throw new AssertionError("user %s has id %d".formatted(user, id));
        }
    }

    static String passwordOf(User user) {
        return user.username() + "-password";
    }

    static ImportedProject project(long id, String linkName) {
        return new ImportedProject(
                id,
                linkName,
                "Project " + linkName,
                linkName + ".lists.example.org",
                linkName + "@lists.example.org",
                "https://www.example.org/",
                "https://git.example.org/" + linkName + ".git",
                "https://git.example.org/" + linkName,
                "https://lists.example.org/" + linkName + "/",
                "https://lists.example.org/" + linkName + "/{}",
                "https://git.example.org/" + linkName + "/commit/{}",
                "",
                false);
    }

    Filed file(String mail) {
        return filing.file(Mail.read(mail.getBytes(UTF_8)));
    }

    /** A patch that changes one line of a file. */
    Patch patch(String subject, String msgid) {
        return patch(subject, msgid, "");
    }

    /** A patch sent in reply to the cover letter of its series. */
    Patch patchBelow(String cover, String subject, String msgid) {
        return patch(subject, msgid, "In-Reply-To: <" + cover + ">\n");
    }

    private Patch patch(String subject, String msgid, String headers) {
        var filed =
                file(
                        mail(subject, msgid, "Pat <pat@example.com>", headers)
                                + """

                                Why it is needed.

                                Signed-off-by: Pat <pat@example.com>
                                ---
                                diff --git a/a.c b/a.c
                                --- a/a.c
                                +++ b/a.c
                                @@ -1,2 +1,2 @@
                                 one
                                -two
                                +three
                                """);
        if (!(filed instanceof Filed.AsPatch)) {
            throw new AssertionError(filed.toString());
        }
        return store.read(
                reading -> reading.patches().withMessageId(1, "<" + msgid + ">").orElseThrow());
    }

    void cover(String subject, String msgid) {
        var filed =
                file(mail(subject, msgid, "Pat <pat@example.com>", "") + "\nWhat it is about.\n");
        if (!(filed instanceof Filed.AsCover)) {
            throw new AssertionError(filed.toString());
        }
    }

    /** A reply to a patch or cover letter. */
    void reply(String to, String msgid, String from, String text) {
        var filed = file(mail("Re: it", msgid, from, "In-Reply-To: <" + to + ">\n") + "\n" + text);
        if (!(filed instanceof Filed.AsComment)) {
            throw new AssertionError(filed.toString());
        }
    }

    State state(String name) {
        return store.read(reading ->
                reading.projects().states().stream()
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    Patch again(Patch patch) {
        return store.read(reading -> reading.patches().withId(patch.id()).orElseThrow());
    }

    /** What the operator changes of a patch. */
    void edit(Patch patch, PatchFields fields) {
        var edited = new Editing(store).apply(new Change.EditPatch(patch.id(), fields), OPERATOR);
        if (!(edited instanceof Edited.Done<Patch>)) {
            throw new AssertionError(edited.toString());
        }
    }

    /**
     * The headers of a mail to the list.
     *
     * @param more further header lines, each with its line feed
     */
    static String mail(String subject, String msgid, String from, String more) {
        return """
        From: %s
        To: demo@lists.example.org
        Subject: %s
        Message-ID: <%s>
        Date: Tue, 07 Apr 2026 07:32:49 +0000
        List-Id: <demo.lists.example.org>
        %s\
        """
                .formatted(from, subject, msgid, more);
    }

    /** From now on, requests come from this user's browser. */
    void signIn(User user) {
        var key = UUID.randomUUID().toString();
        store.write(writing -> {
            writing.sessions().open(user.id(), key, Instant.now().plus(Duration.ofHours(1)));
            return key;
        });
        cookies = "csrftoken=" + "c".repeat(32) + "; sessionid=" + key;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> get(String path, String header, String value) {
        return send(request(path).header(header, value).GET().build());
    }

    HttpResponse<String> head(String path) {
        return send(request(path).HEAD().build());
    }

    /** What is at an address, byte for byte. */
    byte[] bytes(String path) {
        return send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** A form that carries the CSRF token. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        return postWithToken(path, encoded(fields));
    }

    HttpResponse<String> postWithToken(String path, String body) {
        return postRaw(path, body + "&csrfmiddlewaretoken=" + "c".repeat(32));
    }

    HttpResponse<String> postRaw(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        Percent.encodeQuery(field.getKey())
                                + "="
                                + Percent.encodeQuery(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Cookie", cookies);
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on, requests come from somebody unknown. */
    void signOut() {
        cookies = "csrftoken=" + "c".repeat(32);
    }

    void addCookie(String cookie) {
        cookies += "; " + cookie;
    }

    static @Nullable String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse(null);
    }

    @Override
    public void close() {
        client.close();
        server.close();
        store.close();
    }
}
