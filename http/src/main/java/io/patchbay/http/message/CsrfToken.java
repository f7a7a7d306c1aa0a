package io.patchbay.http.message;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * Proof that a form comes from a page of ours: a secret in the cookie {@code csrftoken}, repeated
 * in the header {@code X-CSRFToken} or the form field {@code csrfmiddlewaretoken}. What stands in a
 * page is masked anew each time, so that compressed pages do not give the secret away (BREACH).
 */
public final class CsrfToken {

    public static final String COOKIE = "csrftoken";
    public static final String FIELD = "csrfmiddlewaretoken";
    public static final String HEADER = "X-CSRFToken";

    private static final String ALPHABET =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LENGTH = 32;
    private static final Duration LIFETIME = Duration.ofDays(364);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String secret;
    private final boolean isNew;
    private final boolean secure;

    private CsrfToken(String secret, boolean isNew, boolean secure) {
        this.secret = secret;
        this.isNew = isNew;
        this.secure = secure;
    }

    static CsrfToken of(Request request) {
        var secret = secretIn(request);
        return secret == null
                ? new CsrfToken(random(), true, request.isSecure())
                : new CsrfToken(secret, false, request.isSecure());
    }

    /** For a form's hidden field, or for the script that sends the header. */
    public String masked() {
        var mask = random();
        var masked = new StringBuilder(mask);
        for (int i = 0; i < LENGTH; i++) {
            masked.append(shift(secret.charAt(i), ALPHABET.indexOf(mask.charAt(i))));
        }
        return masked.toString();
    }

    public @Nullable Cookie cookie() {
        return isNew ? new Cookie(COOKIE, secret, LIFETIME, false, secure) : null;
    }

    /**
     * Throws a 403 unless the request carries the secret of its cookie.
     *
     * @param formToken the form's {@link #FIELD}, null if there is none
     */
    public static void check(Request request, @Nullable String formToken) {
        var origin = request.header("Origin");
        if (origin != null && !origin.endsWith("://" + request.host())) {
            throw failed(
                    "Origin checking failed - " + origin + " does not match any trusted origins.");
        }
        var secret = secretIn(request);
        if (secret == null) {
            throw failed("CSRF cookie not set.");
        }
        if (formToken != null && !formToken.isEmpty()) {
            compare(secret, formToken, "CSRF token from POST");
            return;
        }
        var sent = request.header(HEADER);
        if (sent == null) {
            throw failed("CSRF token missing.");
        }
        compare(secret, sent, "CSRF token from the 'X-Csrftoken' HTTP header");
    }

    private static void compare(String secret, String sent, String source) {
        if (sent.length() != LENGTH && sent.length() != 2 * LENGTH) {
            throw failed(source + " has incorrect length.");
        }
        if (!isOfAlphabet(sent)) {
            throw failed(source + " has invalid characters.");
        }
        if (!MessageDigest.isEqual(bytes(secret), bytes(unmasked(sent)))) {
            throw failed(source + " incorrect.");
        }
    }

    private static @Nullable String secretIn(Request request) {
        var cookie = request.cookie(COOKIE);
        if (cookie == null
                || cookie.length() != LENGTH && cookie.length() != 2 * LENGTH
                || !isOfAlphabet(cookie)) {
            return null;
        }
        return unmasked(cookie);
    }

    private static String unmasked(String token) {
        if (token.length() == LENGTH) {
            return token;
        }
        var secret = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            secret.append(shift(token.charAt(LENGTH + i), -ALPHABET.indexOf(token.charAt(i))));
        }
        return secret.toString();
    }

    private static char shift(char character, int by) {
        return ALPHABET.charAt(Math.floorMod(ALPHABET.indexOf(character) + by, ALPHABET.length()));
    }

    private static boolean isOfAlphabet(String token) {
        return token.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }

    private static String random() {
        var random = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            random.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return random.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static HttpError failed(String reason) {
        return HttpError.forbidden("CSRF Failed: " + reason);
    }
}
