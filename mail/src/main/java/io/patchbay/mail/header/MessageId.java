package io.patchbay.mail.header;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.text.Limits;
import io.patchbay.mail.text.Space;
import io.patchbay.mail.text.StoredText;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A Message-ID in the form that is stored: with its angle brackets where the mail had them, at most
 * 255 characters.
 */
public record MessageId(String stored) {

    private static final int BYTES_OF_HASH = 20;

    public MessageId {
        if (stored.isBlank()) {
            throw new IllegalArgumentException("a Message-ID cannot be blank");
        }
        stored = StoredText.cut(stored);
    }

    /** An id of our own, the same for the same content (RFC 2606 §2: such a host is nobody's). */
    public static MessageId ofContent(String content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            var digits = HexFormat.of().formatHex(hash, 0, BYTES_OF_HASH);
            return new MessageId("<%s@no-message-id.invalid>".formatted(digits));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first text in angle brackets, else the whole text; empty for a blank text. */
    public static Optional<MessageId> firstIn(String text) {
        int open = open(text, 0);
        var id = open < 0 ? Space.strip(text) : text.substring(open, close(text, open));
        return id.isBlank() ? Optional.empty() : Optional.of(new MessageId(id));
    }

    /** Every text in angle brackets, in order. */
    public static List<MessageId> allIn(String text, Limits limits) {
        var ids = new ArrayList<MessageId>();
        int open = open(text, 0);
        while (open >= 0) {
            int close = close(text, open);
            ids.add(new MessageId(text.substring(open, close)));
            limits.checkReferences(ids.size());
            open = open(text, close);
        }
        return ids;
    }

    /** An opening bracket with something between it and a closing one, or -1. */
    private static int open(String text, int from) {
        int open = text.indexOf('<', from);
        while (open >= 0 && text.startsWith(">", open + 1)) {
            open = text.indexOf('<', open + 1);
        }
        return open >= 0 && text.indexOf('>', open) >= 0 ? open : -1;
    }

    private static int close(String text, int open) {
        return text.indexOf('>', open) + 1;
    }

    /** The form of URLs and filters: without the angle brackets. */
    public String bare() {
        int start = 0;
        int end = stored.length();
        while (start < end && isBracket(stored.charAt(start))) {
            start++;
        }
        while (end > start && isBracket(stored.charAt(end - 1))) {
            end--;
        }
        return stored.substring(start, end);
    }

    private static boolean isBracket(char character) {
        return character == '<' || character == '>';
    }

    @Override
    public String toString() {
        return stored;
    }
}
