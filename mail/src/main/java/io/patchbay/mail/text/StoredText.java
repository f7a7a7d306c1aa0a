package io.patchbay.mail.text;

/** Texts as the columns of the database hold them. */
public final class StoredText {

    /** Names, addresses and Message-IDs are compared and kept by their first 255 characters. */
    private static final int LONGEST = 255;

    private StoredText() {}

    /** The first 255 characters, counted as Unicode code points like the database counts them. */
    public static String cut(String text) {
        if (text.length() <= LONGEST || text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
