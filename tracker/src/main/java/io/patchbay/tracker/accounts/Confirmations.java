package io.patchbay.tracker.accounts;

import io.patchbay.tracker.reading.People;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What waits for a link to be followed, and the addresses that want no mail (web-ui §8). */
public interface Confirmations {

    /**
     * Returns the key that the link holds, forty hexadecimal characters, which cannot be asked for
     * again: only its hash is kept.
     *
     * @param userId null for somebody without an account
     */
    String ask(Confirmation.Kind kind, String email, @Nullable Long userId);

    /** Those that were followed or have expired too. */
    Optional<Confirmation> withKey(String key);

    /** It was followed, and cannot be again. */
    void close(Confirmation confirmation);

    /**
     * Removes those that were followed or have expired, with the accounts that were never
     * confirmed: nobody has ever signed in to those, and their names are free again.
     *
     * @return how many accounts were removed
     */
    int forget();

    /** From now on, nothing is mailed to this address ({@link People#hasOptedOut}). */
    void optOut(String email);

    void optIn(String email);
}
