package io.patchbay.mail.text;

/** A mail asks more of its reader than the {@link Limits} allow; the message names the limit. */
public final class UnreadableMail extends RuntimeException {

    private final String limit;

    UnreadableMail(String limit, String meaning, long allowed, long found) {
        super(
                "a mail may have at most %d %s and this one has at least %d; raise the limit '%s' if the mail is genuine"
                        .formatted(allowed, meaning, found, limit));
        this.limit = limit;
    }

    /** The name of the component of {@link Limits}. */
    public String limit() {
        return limit;
    }
}
