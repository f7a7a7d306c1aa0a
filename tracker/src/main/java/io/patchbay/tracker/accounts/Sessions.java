package io.patchbay.tracker.accounts;

import java.time.Instant;

/** Signing in and out with a browser; {@link Users#ofSession} finds who it is. */
public interface Sessions {

    /**
     * Starts a session, and forgets those that have ended.
     *
     * @param key the secret that the browser keeps; only its hash is stored
     */
    void open(long userId, String key, Instant expires);

    void close(String key);

    /** Ends all sessions of the user but this one: after a change of password. */
    void closeOthers(long userId, String key);
}
