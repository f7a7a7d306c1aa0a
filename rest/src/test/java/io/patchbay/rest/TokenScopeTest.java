package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A token may do less than its user, never more. */
class TokenScopeTest extends DeskTest {

    private static final long BOATS = 1;
    private static final long OARS = 2;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // request                               |read|checks|state|full
                "GET   | /api/users/                       | 200 | 200 | 200 | 200",
                "POST  | /api/patches/1/checks/            | 403 | 201 | 403 | 201",
                "PUT   | /api/patchbay/patches/1/checks/ci/| 403 | 201 | 403 | 201",
                "PATCH | /api/patches/1/                   | 403 | 403 | 200 | 200",
                "PATCH | /api/patches/1/comments/1/        | 403 | 403 | 200 | 200",
                "PATCH | /api/patchbay/patches/            | 403 | 403 | 200 | 200",
                "PATCH | /api/projects/1/                  | 403 | 403 | 403 | 200",
                "PATCH | /api/users/1/                     | 403 | 403 | 403 | 200",
                "POST  | /api/bundles/                     | 403 | 403 | 403 | 201",
                // What is not there is refused as ever.
                "DELETE| /api/patches/1/                   | 405 | 405 | 405 | 405",
            })
    void aTokenMayWhatItsScopeSays(
            String method, String path, int read, int checks, int state, int full) {
        assertThat(status(method, path, tokenWith(Set.of(Scope.READ)))).isEqualTo(read);
        assertThat(status(method, path, tokenWith(Set.of(Scope.CHECKS)))).isEqualTo(checks);
        assertThat(status(method, path, tokenWith(Set.of(Scope.STATE)))).isEqualTo(state);
        assertThat(status(method, path, tokenWith(Set.of()))).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/patches/1/checks/, 201, 403",
        "PATCH, /api/patches/1/, 200, 403",
        "PATCH, /api/patches/1/comments/1/, 200, 403",
        "PATCH, /api/patchbay/patches/, 200, 403",
        "POST, /api/bundles/, 403, 403",
        "GET, /api/patches/1/, 200, 200",
    })
    void aTokenOfAProjectChangesNothingElsewhere(
            String method, String path, int here, int elsewhere) {
        var ofBoats = desk.token(new NewToken("", Set.of(), BOATS, null));
        var ofOars = desk.token(new NewToken("", Set.of(), OARS, null));

        assertThat(status(method, path, ofBoats)).isEqualTo(here);
        assertThat(status(method, path, ofOars)).isEqualTo(elsewhere);
    }

    @Test
    void aRefusalSaysWhatIsMissing() {
        var reader = tokenWith(Set.of(Scope.READ, Scope.CHECKS));
        var elsewhere = desk.token(new NewToken("", Set.of(Scope.STATE), OARS, null));
        var old =
                desk.token(
                        new NewToken("", Set.of(), null, Instant.now().minus(Duration.ofDays(1))));

        assertThat(desk.send("PATCH", "/api/patches/1/", reader, "{}").body())
                .isEqualTo(
                        "{\"detail\":\"This token may do: read, checks; what you ask for needs one"
                                + " with the scope 'state'.\"}");
        assertThat(desk.send("PATCH", "/api/patches/1/", elsewhere, "{}").body())
                .isEqualTo("{\"detail\":\"This token is for another project.\"}");
        assertThat(desk.send("PATCH", "/api/projects/1/", elsewhere, "{}").body())
                .isEqualTo(
                        "{\"detail\":\"This token is limited; what you ask for needs one without"
                                + " limits.\"}");
        assertThat(desk.send("PATCH", "/api/patches/1/", old, "{}").body())
                .isEqualTo("{\"detail\":\"This token has expired; make a new one.\"}");
    }

    private String tokenWith(Set<Scope> scopes) {
        return desk.token(new NewToken("", scopes, null, null));
    }

    private int status(String method, String path, String token) {
        var body =
                switch (path) {
                    case "/api/bundles/" ->
                            "{\"name\":\"b%d\",\"patches\":[1]}".formatted(System.nanoTime());
                    case "/api/patchbay/patches/" -> "{\"patches\":[1],\"archived\":true}";
                    case "/api/patches/1/" -> "{\"archived\":true}";
                    default ->
                            path.contains("/checks/")
                                    ? "{\"state\":\"success\",\"description\":\"%d\"}"
                                            .formatted(System.nanoTime())
                                    : "{}";
                };
        return desk.send(method, path, token, body).statusCode();
    }
}
