package io.patchbay.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.http.Served;
import io.patchbay.http.message.Response;
import io.patchbay.http.route.Routes;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Passwords;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Who is asking, as found out with real accounts (rest-api §4). */
final class SignInTest {

    private static final String KEY = "b".repeat(40);
    private static final String GONE_KEY = "c".repeat(40);

    @TempDir private Path folder;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long joe;
    private Store store;
    private SignIn signIn;
    private Served served;

    @BeforeEach
    void serve() throws IOException {
        InstantSource clock = () -> now;
        store = DatabaseStore.sqlite(folder.resolve("db"), Durability.EVERY_WRITE, clock);
        joe =
                store.write(writing -> {
                    var accounts = writing.accounts();
                    long id = accounts.add(user("joe", "pässwörd:1", true));
                    accounts.keepToken(id, "", KEY);
                    long gone = accounts.add(user("gone", "gone-pw", false));
                    accounts.keepToken(gone, "", GONE_KEY);
                    return id;
                });
        signIn = new SignIn(store, clock);
        served =
                Served.with(
                        new Routes()
                                .all(
                                        "/who/",
                                        request -> {
                                            var user = signIn.viewer(request).user();
                                            return Response.text(
                                                    200, user == null ? "nobody" : user.username());
                                        })
                                .post(
                                        "/form/",
                                        request -> {
                                            var user = signIn.visitor(request).user();
                                            return Response.text(
                                                    200, user == null ? "nobody" : user.username());
                                        })
                                .get(
                                        "/in/",
                                        request ->
                                                signIn.open(
                                                        request,
                                                        Response.text(200, request.csrf().masked()),
                                                        joe))
                                .get(
                                        "/out/",
                                        request -> signIn.close(request, Response.empty(204))));
    }

    @AfterEach
    void stop() {
        served.close();
        store.close();
    }

    private static NewUser user(String name, String password, boolean active) {
        return new NewUser(
                name, Passwords.hash(password), "", "", name + "@example.org", active, false);
    }

    private String who(String... headers) throws IOException {
        return served.get("/who/", headers).body().strip();
    }

    private static String basic(byte[] pair) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Test
    void whoSaysNothingIsNobody() throws IOException {
        assertThat(who()).isEqualTo("nobody");
        assertThat(who("Authorization: Bearer abc")).isEqualTo("nobody");
    }

    @Test
    void aTokenSignsInWhateverTheCaseOfItsScheme() throws IOException {
        assertThat(who("Authorization: Token " + KEY)).isEqualTo("joe");
        assertThat(who("authorization: tOKEN   " + KEY)).isEqualTo("joe");
    }

    @Test
    void theUseOfATokenIsWrittenDownOnceAMinute() throws Exception {
        assertThat(who("Authorization: Token " + KEY)).isEqualTo("joe");
        var first = awaitUseAfter(Instant.MIN);
        now = now.plusSeconds(59);
        assertThat(who("Authorization: Token " + KEY)).isEqualTo("joe");
        now = now.plusSeconds(2);
        assertThat(who("Authorization: Token " + KEY)).isEqualTo("joe");

        var second = awaitUseAfter(first);

        assertThat(first).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(second).isEqualTo("2026-01-01T00:01:01Z");
    }

    private Instant awaitUseAfter(Instant before) throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < deadline) {
            Optional<Instant> used =
                    store.read(reading ->
                            Optional.ofNullable(reading.users().tokens(joe).getFirst().lastUsed()));
            if (used.isPresent() && used.get().isAfter(before)) {
                return used.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no use after " + before + " was written down");
    }

    @Test
    void aPasswordSignsInAsUtf8OrLatin1() throws IOException {
        assertThat(who(basic("joe:pässwörd:1".getBytes(UTF_8)))).isEqualTo("joe");
        assertThat(who(basic("joe:pässwörd:1".getBytes(ISO_8859_1)))).isEqualTo("joe");
    }

    @Test
    void aPasswordThatWasRightIsStillCheckedAgainstTheCurrentOne() throws IOException {
        var right = basic("joe:pässwörd:1".getBytes(UTF_8));
        assertThat(who(right)).isEqualTo("joe");

        store.write(writing -> {
            writing.accounts().password(joe, Passwords.hash("another"));
            return true;
        });

        assertThat(who(right)).isEqualTo("Invalid username/password.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic | Invalid basic header. No credentials provided.",
                "Basic am9l OnB3 | Invalid basic header. Credentials string should not contain"
                        + " spaces.",
                "Basic %%% | Invalid basic header. Credentials not correctly base64 encoded.",
                "Basic am9l | Invalid basic header. Credentials not correctly base64 encoded.",
                "Basic am9lOndyb25n | Invalid username/password.",
                "Basic bm9ib2R5OnB3 | Invalid username/password.",
                "Basic Z29uZTpnb25lLXB3 | Invalid username/password.",
                "Token | Invalid token header. No credentials provided.",
                "Token a b | Invalid token header. Token string should not contain spaces.",
                "Token \u00ff\u00fe | Invalid token header. Token string should not contain"
                        + " invalid characters.",
                "Token ffffffffffffffffffffffffffffffffffffffff | Invalid token.",
                "Token cccccccccccccccccccccccccccccccccccccccc | User inactive or deleted.",
            })
    void wrongCredentialsAreRefusedEvenWhereNoneAreNeeded(String authorization, String reason)
            throws IOException {
        var answer =
                Served.answer(
                        served.raw(
                                "GET /who/ HTTP/1.0\r\nAuthorization: "
                                        + authorization
                                        + "\r\n\r\n"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().strip()).isEqualTo(reason);
    }

    @Test
    void aSessionSignsInUntilItIsClosed() throws IOException {
        var session = "Cookie: a=b; " + cookie(served.get("/in/"), "sessionid");
        assertThat(who(session)).isEqualTo("joe");

        served.get("/out/", session);

        assertThat(who(session)).isEqualTo("nobody");
    }

    @Test
    void aSessionEndsAfterTwoWeeks() throws IOException {
        var session = "Cookie: " + cookie(served.get("/in/"), "sessionid");

        now = now.plus(Duration.ofDays(15));

        assertThat(who(session)).isEqualTo("nobody");
    }

    @Test
    void theSessionCookieIsHiddenFromScripts() throws IOException {
        var header = served.get("/in/").header("Set-Cookie");

        assertThat(header).contains("; HttpOnly", "; SameSite=Lax", "; Path=/");
    }

    @Test
    void aTokenNeedsNoCsrfToken() throws IOException {
        var answer = served.send("PATCH", "/who/", "", "Authorization: Token " + KEY);

        assertThat(answer.body()).isEqualTo("joe");
    }

    @Test
    void aSessionThatChangesSomethingNeedsTheTokenOfItsCookie() throws IOException {
        var in = served.get("/in/");
        var session = cookie(in, "sessionid");
        var both = "Cookie: " + session + "; " + cookie(in, "csrftoken");
        var plain = cookie(in, "csrftoken").substring("csrftoken=".length());

        assertThat(change("Cookie: " + session)).isEqualTo("CSRF Failed: CSRF cookie not set.");
        assertThat(change(both)).isEqualTo("CSRF Failed: CSRF token missing.");
        assertThat(change(both, "X-CSRFToken: abc"))
                .isEqualTo(
                        "CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header has incorrect"
                                + " length.");
        assertThat(change(both, "X-CSRFToken: " + "x".repeat(32)))
                .isEqualTo("CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header incorrect.");
        assertThat(change(both, "X-CSRFToken: " + in.body())).isEqualTo("joe");
        assertThat(change(both, "X-CSRFToken: " + plain)).isEqualTo("joe");
    }

    @Test
    void anotherSiteCannotChangeAnything() throws IOException {
        var in = served.get("/in/");
        var both = "Cookie: " + cookie(in, "sessionid") + "; " + cookie(in, "csrftoken");
        var token = "X-CSRFToken: " + in.body();

        assertThat(change(both, token, "Origin: https://evil.example")).startsWith("CSRF Failed:");
        assertThat(change(both, token, "Origin: http://patches.example.org")).isEqualTo("joe");
    }

    @Test
    void aFormCarriesTheTokenInAField() throws IOException {
        var in = served.get("/in/");
        var both = "Cookie: " + cookie(in, "sessionid") + "; " + cookie(in, "csrftoken");
        var type = "Content-Type: application/x-www-form-urlencoded";

        var answer = served.send("POST", "/form/", "csrfmiddlewaretoken=" + in.body(), type, both);

        assertThat(answer.body()).isEqualTo("joe");
        assertThat(served.send("POST", "/form/", "a=b", type, both).status()).isEqualTo(403);
        assertThat(served.send("POST", "/form/", "a=b", type).status()).isEqualTo(403);
    }

    private String change(String... headers) throws IOException {
        return served.send("PATCH", "/who/", "", headers).body().strip();
    }

    /** As {@code name=value}, of one of the cookies that an answer sets. */
    private static String cookie(Served.Answer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.startsWith("Set-Cookie: " + name + "="))
                .map(header -> header.substring("Set-Cookie: ".length(), header.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}
