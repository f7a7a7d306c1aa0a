package io.patchbay.tracker.accounts;

/** Takes mail to people. A door: what speaks SMTP stands behind it. */
@FunctionalInterface
public interface MailSender {

    /** Returns when the mail is in the hands of a mail server; throws {@link Undelivered}. */
    void deliver(OutgoingMail mail);

    /**
     * A mail in plain text.
     *
     * @param bulk whether a program wrote it of its own accord, so that no other shall answer
     */
    record OutgoingMail(String to, String subject, String text, boolean bulk) {

        /** One that somebody asked for. */
        public OutgoingMail(String to, String subject, String text) {
            this(to, subject, text, false);
        }
    }

    /** No mail server took the mail; its message says why. */
    final class Undelivered extends RuntimeException {

        @java.io.Serial private static final long serialVersionUID = 1;

        private final boolean forGood;

        /** It may be taken another time. */
        public Undelivered(String message, Throwable cause) {
            this(message, cause, false);
        }

        /**
         * @param forGood whether it would be refused again
         */
        public Undelivered(String message, Throwable cause, boolean forGood) {
            super(message, cause);
            this.forGood = forGood;
        }

        public boolean isForGood() {
            return forGood;
        }
    }
}
