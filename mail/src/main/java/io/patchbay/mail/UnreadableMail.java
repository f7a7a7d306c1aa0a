package io.patchbay.mail;

/** A mail asks more of its reader than the {@link Limits} allow; the message names the limit. */
public final class UnreadableMail extends RuntimeException {

    UnreadableMail(String limit, long allowed, long found) {
        super(
                "the mail has %s %d, more than the limit of %d; raise '%s' if the mail is genuine"
                        .formatted(limit, found, allowed, limit));
    }
}
