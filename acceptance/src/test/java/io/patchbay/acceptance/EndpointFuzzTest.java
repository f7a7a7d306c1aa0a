package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.rest.RestApi;
import io.patchbay.store.database.Durability;
import io.patchbay.testing.TestDatabase;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.web.Website;
import io.patchbay.web.frame.Site;
import io.patchbay.xmlrpc.XmlRpcApi;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Senseless requests to every route of every window, and large ones. None may be a server's
 * failure, go unanswered for ten seconds, or spoil the connection for the next. Some seconds of
 * them on each database, ten minutes with {@code -Dpatchbay.long=true}; {@code -Dpatchbay.seed=N}
 * repeats a run.
 */
final class EndpointFuzzTest {

    private static final Duration DURATION =
            Boolean.getBoolean("patchbay.long") ? Duration.ofMinutes(10) : Duration.ofSeconds(4);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final JsonFactory JSON = new JsonFactory();
    private static final Site SITE =
            new Site("Patchbay", "example.com", false, "test", true, true, List.of());

    private static final String TOKEN = "a".repeat(40);
    private static final List<String> CREDENTIALS =
            List.of("Token " + TOKEN, "Basic " + base64("ann:ann"), "Token " + "b".repeat(40));

    private static final String SECRET = "s".repeat(32);
    private static final String SESSION =
            "Cookie: sessionid=session; csrftoken=%1$s\r\nX-CSRFToken: %1$s\r\n".formatted(SECRET);

    @TempDir Path folder;

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void noRequestIsAServersFailureOrSpoilsTheConnection(TestDatabase database) throws IOException {
        long seed = Long.getLong("patchbay.seed", 20261122L);
        serving(
                database,
                (store, routes, port) -> {
                    var requests =
                            new RandomRequests(
                                    new SplittableRandom(seed),
                                    patterns(routes),
                                    names(store),
                                    CREDENTIALS,
                                    SESSION);
                    bombard(requests, port, seed);
                });
    }

    @ParameterizedTest
    @EnumSource
    void noRequestIsSoLargeThatItsAnswerTakesLong(TestDatabase database) throws IOException {
        var requests = new LargeRequests("Authorization: Token " + TOKEN + "\r\n", SESSION).all();
        serving(
                database,
                (_, _, port) -> {
                    for (byte[] request : requests) {
                        try (var connection = new KeptConnection(port)) {
                            judge(connection.send(request, false));
                        } catch (IOException | AssertionError e) {
                            throw new AssertionError(
                                    e + " after\n%.400s".formatted(text(request)), e);
                        }
                    }
                });
    }

    /** What is done to a server. */
    private interface Attack {

        void on(Store store, Routes routes, int port) throws IOException;
    }

    /** All windows over the filed corpus. */
    private void serving(TestDatabase database, Attack attack) throws IOException {
        try (var store = StorePlace.in(folder, database).open(Durability.EVERY_WRITE, CLOCK)) {
            FiledCorpus.in(store, CLOCK);
            addUsers(store);
            var routes = new Routes();
            var signIn = new SignIn(store, CLOCK);
            var website = new Website(store, signIn, SITE, CLOCK, _ -> {});
            website.addTo(routes);
            new RestApi(store, signIn).addTo(routes);
            new XmlRpcApi(store, signIn).addTo(routes);
            try (var server =
                    HttpServer.start(HttpOptions.on("127.0.0.1", 0), routes, website.errors())) {
                attack.on(store, routes, server.port());
            }
        }
    }

    /** All but one: who has signed out could do no more. */
    private static Set<String> patterns(Routes routes) {
        var patterns = new TreeSet<>(routes.patterns());
        patterns.remove("/user/logout/");
        return patterns;
    }

    private static void addUsers(Store store) {
        store.write(writing -> {
            long ann = addUser("ann", writing.accounts());
            writing.accounts().keepToken(ann, "", TOKEN);
            writing.accounts().maintains(ann, 1, true);
            writing.sessions().open(ann, "session", CLOCK.instant().plus(Duration.ofDays(1)));
            writing.accounts().keepToken(addUser("joe", writing.accounts()), "", "b".repeat(40));
            return true;
        });
    }

    private static long addUser(String name, io.patchbay.tracker.accounts.Accounts accounts) {
        var hash = Passwords.hash(name);
        return accounts.add(new NewUser(name, hash, "", "", name + "@example.org", true, false));
    }

    /** What can stand for a name in a path. */
    private static List<String> names(Store store) {
        return store.read(reading -> {
            var names = new java.util.ArrayList<>(List.of("harbor", "harbor", "ann", "joe", "ci"));
            for (long id = 1; id < 5; id++) {
                var patch = reading.patches().withId(id).orElseThrow();
                names.add(patch.msgid().replaceAll("^<|>$", ""));
            }
            return List.copyOf(names);
        });
    }

    private static void bombard(RandomRequests requests, int port, long seed) throws IOException {
        var end = Instant.now().plus(DURATION);
        var answers = new TreeMap<Integer, Integer>();
        var connection = new KeptConnection(port);
        byte[] before = {};
        int sent = 0;
        while (Instant.now().isBefore(end)) {
            byte[] request = requests.next();
            sent++;
            try {
                var answer = connection.send(request, startsWith(request, "HEAD "));
                answers.merge(answer.status(), 1, Integer::sum);
                judge(answer);
                var allow = answer.headers().get("Allow");
                if (allow != null) {
                    requests.learn(allow);
                }
                if ("close".equalsIgnoreCase(answer.headers().get("Connection"))) {
                    connection.close();
                    connection = new KeptConnection(port);
                }
            } catch (IOException | RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "request %d of seed %d: %s\n%s\nafter\n%s"
                                .formatted(sent, seed, e, text(request), text(before)),
                        e);
            }
            before = request;
        }
        connection.close();
        System.out.printf("%d requests, answered %s%n", sent, answers);
    }

    private static String text(byte[] request) {
        return new String(request, ISO_8859_1);
    }

    private static boolean startsWith(byte[] request, String start) {
        return new String(request, 0, start.length(), ISO_8859_1).equals(start);
    }

    private static void judge(Wire.Answer answer) {
        if (answer.status() >= 500) {
            throw new AssertionError(answer.status() + ": " + answer.body());
        }
        var type = answer.headers().getOrDefault("Content-Type", "");
        boolean plain = !answer.headers().containsKey("Content-Encoding");
        if (type.startsWith("application/json") && plain && answer.content().length > 0) {
            requireJson(answer);
        }
    }

    private static void requireJson(Wire.Answer answer) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), answer.content())) {
            while (parser.nextToken() != null) {
                // Reading it is all.
            }
        } catch (JacksonException e) {
            throw new AssertionError("no JSON: " + answer.body(), e);
        }
    }
}
