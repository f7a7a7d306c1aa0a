package io.patchbay.http.signin;

import io.patchbay.http.message.Cookie;
import io.patchbay.http.message.CsrfToken;
import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Users.Credentials;
import io.patchbay.tracker.accounts.Viewer;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Finds out who is asking: by session cookie, HTTP Basic or API token, in that order (rest-api §4).
 * Credentials that are wrong are a 403 even where none are needed.
 */
public final class SignIn {

    public static final String COOKIE = "sessionid";

    private static final Duration SESSION = Duration.ofDays(14);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final InstantSource clock;
    private final PasswordCheck passwords;
    private final TokenUses tokenUses;

    public SignIn(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.passwords = new PasswordCheck(clock);
        this.tokenUses = new TokenUses(store);
    }

    /** For programs and browsers alike. A session that changes something needs a CSRF token. */
    public Viewer viewer(Request request) throws IOException {
        var viewer = ofSession(request);
        if (!viewer.isAnonymous()) {
            request.isOfSomebodyKnown();
            if (!request.method().isSafe()) {
                CsrfToken.check(request, request.form().get(CsrfToken.FIELD));
            }
            return viewer;
        }
        var authorization = request.header("Authorization");
        if (authorization == null) {
            return Viewer.ANONYMOUS;
        }
        var bearer = ofAuthorization(authorization);
        if (!bearer.isAnonymous()) {
            request.isOfSomebodyKnown();
        }
        return bearer;
    }

    /** For pages: sessions only; whatever changes something needs a CSRF token. */
    public Viewer visitor(Request request) throws IOException {
        // First: the form of somebody who is signed in may be larger.
        var viewer = ofSession(request);
        if (!viewer.isAnonymous()) {
            request.isOfSomebodyKnown();
        }
        if (!request.method().isSafe()) {
            CsrfToken.check(request, request.form().get(CsrfToken.FIELD));
        }
        return viewer;
    }

    /**
     * Before a body is read whose window looks at credentials later or not at all: who has valid
     * ones may send a large one. Others are not refused, and may send what anybody may.
     */
    public void recognize(Request request) {
        var authorization = request.header("Authorization");
        if (authorization == null || !request.exceedsAnonymous()) {
            return;
        }
        try {
            if (!ofAuthorization(authorization).isAnonymous()) {
                request.isOfSomebodyKnown();
            }
        } catch (HttpError worthless) {
            // It stays a request of somebody unknown.
        }
    }

    /** The user with this name and password, if there is one and may sign in. */
    public Optional<Viewer> withPassword(String username, String password) {
        var known = store.read(reading -> reading.users().credentials(username));
        if (!passwords.matches(password, known.map(Credentials::passwordHash).orElse(null))) {
            return Optional.empty();
        }
        return known.filter(Credentials::active).map(credentials -> viewer(credentials.userId()));
    }

    /** Signs the user in at this browser, from this reply on. */
    public Response open(Request request, Response response, long userId) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        var key = HexFormat.of().formatHex(random);
        var expires = clock.instant().plus(SESSION);
        store.write(writing -> {
            writing.sessions().open(userId, key, expires);
            return userId;
        });
        return response.cookie(new Cookie(COOKIE, key, SESSION, true, request.isSecure()));
    }

    /** Signs out at this browser. */
    public Response close(Request request, Response response) {
        var key = request.cookie(COOKIE);
        if (key != null) {
            store.write(writing -> {
                writing.sessions().close(key);
                return key;
            });
        }
        return response.cookie(new Cookie(COOKIE, "", Duration.ZERO, true, request.isSecure()));
    }

    private Viewer ofSession(Request request) {
        var key = request.cookie(COOKIE);
        if (key == null || key.isEmpty()) {
            return Viewer.ANONYMOUS;
        }
        return store.read(reading ->
                reading.users()
                        .ofSession(key)
                        .filter(Credentials::active)
                        .map(credentials -> reading.users().viewer(credentials.userId()))
                        .orElse(Viewer.ANONYMOUS));
    }

    private Viewer ofAuthorization(String header) {
        return switch (Authorization.read(header)) {
            case Authorization.Basic(var username, var password) ->
                    withPassword(username, password)
                            .orElseThrow(() -> HttpError.forbidden("Invalid username/password."));
            case Authorization.Token(var key) -> ofToken(key);
            case Authorization.Unknown() -> Viewer.ANONYMOUS;
        };
    }

    private Viewer ofToken(String key) {
        var now = clock.instant();
        return store.read(reading -> {
            var bearer =
                    reading.users()
                            .ofToken(key)
                            .orElseThrow(() -> HttpError.forbidden("Invalid token."));
            if (!bearer.active()) {
                throw HttpError.forbidden("User inactive or deleted.");
            }
            if (bearer.hasExpired(now)) {
                throw HttpError.forbidden("This token has expired; make a new one.");
            }
            tokenUses.note(bearer, now);
            return reading.users().viewer(bearer.userId()).by(bearer.grant());
        });
    }

    private Viewer viewer(long userId) {
        return store.read(reading -> reading.users().viewer(userId));
    }
}
