package io.patchbay.intake.source;

import io.patchbay.mail.Mail;

/** One mail of a source, or the reason why it could not be taken. */
public sealed interface Arrival {

    /** Where it was found, for messages: a file, and the place in it. */
    String origin();

    /** A mail as it came. */
    record Raw(String origin, byte[] bytes, Form form) implements Arrival {

        /** Reads it; throws what {@link Mail#read(byte[])} throws. */
        public Mail read() {
            return switch (form) {
                case DELIVERED -> Mail.read(bytes);
                case ARCHIVED -> Mail.readArchived(bytes);
            };
        }
    }

    /** Nothing that could be read as a mail; the source goes on with the next one. */
    record Refused(String origin, String reason) implements Arrival {}

    /** How a mail was kept, which decides what becomes of its line ends (mail-ingest §1). */
    enum Form {
        /** Alone, as a mail server hands it over. */
        DELIVERED,
        /** In an mbox or Maildir. */
        ARCHIVED
    }
}
