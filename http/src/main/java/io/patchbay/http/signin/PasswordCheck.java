package io.patchbay.http.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.tracker.accounts.Passwords;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Checks passwords, which is slow on purpose, without letting that starve the server: few at a
 * time, and one that was right is remembered for some minutes, because clients with Basic send it
 * with every request.
 */
final class PasswordCheck {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 1000;

    private final InstantSource clock;
    private final byte[] secret = new byte[32];
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    private final Map<String, Instant> right =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    PasswordCheck(InstantSource clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(secret);
    }

    /**
     * @param stored null for an unknown user; it takes as long, so that names cannot be guessed by
     *     the time an answer takes
     */
    boolean matches(String password, @Nullable String stored) {
        if (stored == null) {
            inTurn(() -> Passwords.hash(password).isEmpty());
            return false;
        }
        var remembered = fingerprint(password, stored);
        if (isRemembered(remembered)) {
            return true;
        }
        boolean matches = inTurn(() -> Passwords.matches(password, stored));
        if (matches) {
            synchronized (right) {
                right.put(remembered, clock.instant().plus(REMEMBERED));
            }
        }
        return matches;
    }

    private boolean isRemembered(String fingerprint) {
        synchronized (right) {
            var until = right.get(fingerprint);
            return until != null && until.isAfter(clock.instant());
        }
    }

    private boolean inTurn(java.util.function.BooleanSupplier check) {
        turns.acquireUninterruptibly();
        try {
            return check.getAsBoolean();
        } finally {
            turns.release();
        }
    }

    /** Of the stored hash too: a changed password is not remembered. */
    private String fingerprint(String password, String stored) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            digest.update(stored.getBytes(UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(password.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
