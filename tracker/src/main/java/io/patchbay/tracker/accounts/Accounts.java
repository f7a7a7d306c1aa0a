package io.patchbay.tracker.accounts;

import io.patchbay.tracker.model.NameTaken;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Those who can sign in, and with what. Passwords are hashed before ({@link Passwords}). */
public interface Accounts {

    /**
     * Returns the new user's id.
     *
     * @throws NameTaken if a user has this name, in whatever case
     */
    long add(NewUser user);

    void password(long userId, String hash);

    /** Who is not active cannot sign in. */
    void active(long userId, boolean active);

    void maintains(long userId, long projectId, boolean maintains);

    /**
     * Makes a token and returns its key, forty hexadecimal characters, which cannot be asked for
     * again: only its hash is kept.
     */
    String addToken(long userId, NewToken token);

    /** The user was heard of by this token. */
    void tokenUsed(long tokenId, Instant when);

    /** Keeps a key that came from elsewhere; one that is kept already stays as it is. */
    void keepToken(long userId, String label, String key);

    void removeToken(long userId, long tokenId);

    /**
     * Makes the user the owner of what came from this address, which need not have written yet.
     *
     * @param name replaces the one that the address had; null leaves it
     */
    void link(long userId, String email, @Nullable String name);

    void unlink(long userId, long personId);

    /**
     * A user to be.
     *
     * @param passwordHash empty for one who cannot sign in with a password
     * @param staff may see the pages of administration; grants nothing else
     */
    record NewUser(
            String username,
            String passwordHash,
            String firstName,
            String lastName,
            String email,
            boolean active,
            boolean staff) {}
}
