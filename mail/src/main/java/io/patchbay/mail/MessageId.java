package io.patchbay.mail;

/**
 * A Message-ID in the form that is stored: with its angle brackets where the mail had them, at most
 * 255 characters.
 */
public record MessageId(String stored) {

    public MessageId {
        if (stored.isBlank()) {
            throw new IllegalArgumentException("a Message-ID cannot be blank");
        }
        stored = StoredText.cut(stored);
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
