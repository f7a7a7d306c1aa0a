package io.patchbay.tracker.mails;

import java.util.List;
import java.util.Optional;

/** The mails as they came, while they are kept. */
public interface KeptMails {

    /**
     * In the order in which they came.
     *
     * @param everything also those that are only kept for a while, not just the quarantine
     * @param after the id behind which the list begins; 0 for all of it
     */
    List<KeptMail> list(boolean everything, long after, int most);

    Optional<KeptMail> find(long id);

    /** The bytes as they were given to {@link MailKeeping}; empty if there is no such mail. */
    Optional<byte[]> packed(long id);

    /** How many of them have no bytes: their archive is known to hold them and lacks them. */
    long missing();

    /** How many mails are in the quarantine. */
    long quarantined();
}
