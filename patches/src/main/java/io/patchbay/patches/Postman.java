package io.patchbay.patches;

/** Takes mail to people. A door: what speaks SMTP stands behind it. */
@FunctionalInterface
public interface Postman {

    /** Returns when the mail is in the hands of a mail server; throws {@link Undelivered}. */
    void deliver(OutgoingMail mail);

    /** A mail in plain text. */
    record OutgoingMail(String to, String subject, String text) {}

    /** No mail server took the mail; its message says why. */
    final class Undelivered extends RuntimeException {

        @java.io.Serial private static final long serialVersionUID = 1;

        public Undelivered(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
