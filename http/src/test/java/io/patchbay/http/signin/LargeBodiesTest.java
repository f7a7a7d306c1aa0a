package io.patchbay.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.http.Served;
import io.patchbay.http.message.Request;
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
import java.time.InstantSource;

/** Who may send more than 64 KB: those who have proved who they are, before it is read. */
final class LargeBodiesTest {

    private static final String TOKEN = "b".repeat(40);
    private static final String SECRET = "x".repeat(32);
    private static final String SESSION = "Cookie: csrftoken=" + SECRET + "; sessionid=session";
    private static final int ANYBODYS = 64 << 10;
    private static final int LARGE = 4 << 20;

    @TempDir private Path folder;

    private Store store;
    private SignIn signIn;
    private Served served;

    @BeforeEach
    void serve() throws IOException {
        var clock = InstantSource.system();
        store = DatabaseStore.sqlite(folder.resolve("db"), Durability.CHECKPOINTS, clock);
        signIn = new SignIn(store, clock);
        store.write(writing -> {
            var accounts = writing.accounts();
            var user =
                    new NewUser(
                            "joe", Passwords.hash("pw"), "", "", "joe@example.org", true, false);
            long joe = accounts.add(user);
            accounts.keepToken(joe, "", TOKEN);
            writing.sessions().open(joe, "session", clock.instant().plusSeconds(1_000));
            return joe;
        });
        served =
                Served.with(
                        new Routes()
                                .post("/api/", this::api)
                                .post("/page/", this::page)
                                .post("/other/", this::other));
    }

    private Response api(Request request) throws IOException {
        var unused = signIn.viewer(request);
        return length(request);
    }

    private Response page(Request request) throws IOException {
        var unused = signIn.visitor(request);
        return length(request);
    }

    private Response other(Request request) throws IOException {
        signIn.recognize(request);
        return length(request);
    }

    private static Response length(Request request) throws IOException {
        return Response.text(200, String.valueOf(request.body().length));
    }

    @AfterEach
    void stop() {
        served.close();
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"/api/", "/page/", "/other/"})
    void anybodyMaySend64Kilobytes(String path) throws IOException {
        assertThat(post(path, ANYBODYS, csrf()).body()).isEqualTo(String.valueOf(ANYBODYS));

        var refused = post(path, ANYBODYS + 1, csrf());

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("65536 bytes").contains("sign in");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/, Token bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "/api/, Basic am9lOnB3",
        "/other/, Token bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "/other/, Basic am9lOnB3"
    })
    void whoHasATokenOrPasswordMaySendFourMegabytes(String path, String credentials)
            throws IOException {
        var header = "Authorization: " + credentials;

        assertThat(post(path, LARGE, header).body()).isEqualTo(String.valueOf(LARGE));
        assertThat(post(path, LARGE + 1, header).body())
                .isEqualTo("The body is larger than 4194304 bytes; send less.\n");
    }

    @ParameterizedTest
    @CsvSource({"/api/", "/page/"})
    void whoIsSignedInMaySendFourMegabytes(String path) throws IOException {
        var answer = post(path, LARGE, SESSION, "X-CSRFToken: " + SECRET);

        assertThat(answer.body()).isEqualTo(String.valueOf(LARGE));
    }

    @ParameterizedTest
    @CsvSource({"Token cccccccccccccccccccccccccccccccccccccccc", "Basic am9lOm5v", "Token"})
    void worthlessCredentialsAreRefusedBeforeTheBodyIsRead(String credentials) throws IOException {
        // Nothing of the body comes, so whoever waits for it gives no answer.
        var answer =
                served.raw(
                        "POST /api/ HTTP/1.1\r\nHost: a.example\r\nContent-Length: 4000000\r\n"
                                + "Authorization: "
                                + credentials
                                + "\r\n\r\n");

        assertThat(Served.answer(answer).status()).isEqualTo(403);
    }

    @Test
    void worthlessCredentialsAreNoneWhereTheyDecideNothingElse() throws IOException {
        var wrong = "Authorization: Basic am9lOm5v";

        assertThat(post("/other/", ANYBODYS, wrong).status()).isEqualTo(200);
        assertThat(post("/other/", ANYBODYS + 1, wrong).status()).isEqualTo(413);
    }

    @Test
    void aSessionThatIsNoneIsNobodys() throws IOException {
        var cookie = SESSION.replace("sessionid=session", "sessionid=other");

        assertThat(post("/page/", ANYBODYS + 1, cookie, "X-CSRFToken: " + SECRET).status())
                .isEqualTo(413);
    }

    private static String csrf() {
        return "Cookie: csrftoken=" + SECRET + "\r\nX-CSRFToken: " + SECRET;
    }

    /** A body that is refused is not sent. */
    private Served.Answer post(String path, int length, String... headers) throws IOException {
        var head =
                "POST %s HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\nContent-Length: %d\r\n"
                        .formatted(path, length);
        boolean isRefused = length > LARGE || length == ANYBODYS + 1;
        return Served.answer(
                served.raw(
                        head
                                + String.join("\r\n", headers)
                                + "\r\n\r\n"
                                + (isRefused ? "" : "x".repeat(length))));
    }
}
