package io.patchbay.http.signin;

import static java.lang.System.Logger.Level.WARNING;

import io.patchbay.tracker.Store;
import io.patchbay.tracker.accounts.Users.Bearer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes down when a token was used, at most once a minute and never while its bearer waits: the
 * use is known to the minute, and a busy client costs no more writes than an idle one.
 */
final class TokenUses {

    private static final System.Logger LOG = System.getLogger(TokenUses.class.getName());
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final Store store;

    /** When the last write of each token was begun, by its id. */
    private final ConcurrentHashMap<Long, Instant> noted = new ConcurrentHashMap<>();

    TokenUses(Store store) {
        this.store = store;
    }

    void note(Bearer bearer, Instant now) {
        long token = bearer.grant().tokenId();
        var written = bearer.lastUsed();
        if (written != null && now.isBefore(written.plus(PRECISION))) {
            return;
        }
        var before = noted.get(token);
        if (before != null && now.isBefore(before.plus(PRECISION))) {
            return;
        }
        boolean isOurs =
                before == null
                        ? noted.putIfAbsent(token, now) == null
                        : noted.replace(token, before, now);
        if (isOurs) {
            var unused = Thread.ofVirtual().name("token-use").start(() -> write(token, now));
        }
    }

    private void write(long token, Instant when) {
        try {
            store.write(writing -> {
                writing.accounts().tokenUsed(token, when);
                return token;
            });
        } catch (RuntimeException e) {
            // Nobody waits for it, and the next use tries again.
            LOG.log(WARNING, "the use of token {0} was not written down: {1}", token, e);
        }
    }
}
