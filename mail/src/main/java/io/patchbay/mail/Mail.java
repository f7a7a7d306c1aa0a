package io.patchbay.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that was read. Whatever is not asked for is not computed; what was computed is kept, so
 * that a mail may be prepared on one thread and filed on another.
 */
public final class Mail {

    private Mail() {}

    /** Reads one delivered message; line ends become LF first. A leading mbox line is skipped. */
    public static Mail read(byte[] raw) {
        return read(raw, Limits.GENEROUS);
    }

    public static Mail read(byte[] raw, Limits limits) {
        throw new UnsupportedOperationException("read");
    }

    /** Reads one message of an mbox or Maildir, whose bodies keep their CRLF. */
    public static Mail readArchived(byte[] raw) {
        return readArchived(raw, Limits.GENEROUS);
    }

    public static Mail readArchived(byte[] raw, Limits limits) {
        throw new UnsupportedOperationException("readArchived");
    }

    /** Computes everything that filing asks for, to be called where there is time for it. */
    public Mail prepared() {
        throw new UnsupportedOperationException("prepared");
    }

    public boolean has(String header) {
        throw new UnsupportedOperationException("has");
    }

    /**
     * The decoded text of the first such header. Empty if there is none ({@link #has} tells) or if
     * it cannot be decoded.
     */
    public Optional<String> cleaned(String header) {
        throw new UnsupportedOperationException("cleaned");
    }

    /** The decoded texts of all such headers that can be decoded. */
    public List<String> cleanedAll(String header) {
        throw new UnsupportedOperationException("cleanedAll");
    }

    /** Every header as it came, 8-bit bytes as the characters U+0080 to U+00FF. */
    public List<Header> headers() {
        throw new UnsupportedOperationException("headers");
    }

    /** The header section in the form to store. */
    public String storedHeaders() {
        throw new UnsupportedOperationException("storedHeaders");
    }

    /** Empty if the header is missing, undecodable or blank. */
    public Optional<MessageId> id() {
        throw new UnsupportedOperationException("id");
    }

    /** The mails that this one answers, the most recent first, each once. */
    public List<MessageId> references() {
        throw new UnsupportedOperationException("references");
    }

    /** Empty if the header is missing or is no date: then the time of arrival counts. */
    public Optional<Instant> date() {
        throw new UnsupportedOperationException("date");
    }

    /**
     * Who wrote this. Empty if the From header is missing or holds no valid address.
     *
     * @param listEmail the address of the list; a sender that the list hid behind its own address
     *     is uncovered
     */
    public Optional<Author> author(String listEmail) {
        throw new UnsupportedOperationException("author");
    }

    /** The whole decoded subject. Empty if the header is missing or cannot be decoded. */
    public Optional<String> subjectText() {
        return cleaned("Subject");
    }

    /** The subject as a name; empty like {@link #subjectText()}. */
    public Optional<Subject> subject(String linkName) {
        return subjectText().map(text -> Subject.of(text, linkName));
    }

    public boolean isReply() {
        return subjectText().map(Subject::isReply).orElse(false);
    }

    /** Text and diff; the body of a reply is all text. */
    public Body body() {
        throw new UnsupportedOperationException("body");
    }
}
