package io.patchbay.tracker.mails;

import io.patchbay.tracker.mails.KeptMail.Fate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** Keeps the mails as they came, for as long as they are needed. */
public interface MailKeeping {

    /**
     * How long a mail waits for others of its thread. Mail servers try for four to five days (RFC
     * 5321 §4.5.4.1), so that what comes later than this does not come.
     */
    Duration LONGEST_WAIT = Duration.ofDays(7);

    /**
     * A mail as it came.
     *
     * @param digest of its bytes and its list id, at most 64 characters
     * @param packed its bytes, compressed by whoever will unpack them
     * @param size in bytes before that
     */
    record Parcel(
            String digest,
            boolean archived,
            @Nullable String listId,
            String origin,
            String subject,
            long size,
            byte[] packed) {}

    /**
     * Keeps it. One that is here already is not kept twice: another attempt is noted, and it leaves
     * the quarantine if it was filed.
     */
    void keep(Parcel parcel, Fate fate);

    /** It was filed and shall not be kept; if it is here from an earlier attempt, it goes. */
    void letGo(String digest);

    /** Notes what another attempt made of it. */
    void settle(long id, Fate fate);

    /** False if there is no such mail. */
    boolean drop(long id);

    /**
     * Removes those that came before, except for what cannot be filed and waits for a decision.
     *
     * @param most how many at once, so that nobody waits long
     * @return how many were removed
     */
    int forget(Instant before, int most);

    /**
     * Removes the mails that came before and waited in vain for others of their thread.
     *
     * @param most how many at once, so that nobody waits long
     * @return how many were removed
     */
    int forgetWaiting(Instant before, int most);
}
