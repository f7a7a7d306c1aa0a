package io.patchbay.mail.header;

import io.patchbay.mail.text.HexDigits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes text as encoded words (RFC 2047), as many as its length asks for. */
public final class EncodedWords {

    /** The characters of a word besides charset and text: {@code =??q??=}. */
    private static final int FRAME = 7;

    private static final int USUAL_LENGTH = 80;

    private static final boolean[] BARE = bare();

    private final HeaderCharset charset;
    private final boolean base64;

    private EncodedWords(HeaderCharset charset, boolean base64) {
        this.charset = charset;
        this.base64 = base64;
    }

    /** One word of any length. */
    public static String one(String text, HeaderCharset charset) {
        var words = new EncodedWords(charset, isBase64(charset, charset.encode(text)));
        return words.word(text);
    }

    /**
     * Fills words character by character. The first one is null if not even one character fits.
     *
     * @param firstLimit the characters left for the first word
     * @param limit the characters left for each further word
     */
    public static List<@Nullable String> of(
            String text, HeaderCharset charset, int firstLimit, int limit) {
        var words = new EncodedWords(charset, isBase64(charset, charset.encode(text)));
        int frame = charset.countedName().length() + FRAME;
        return words.filled(text, firstLimit - frame, limit - frame);
    }

    private List<@Nullable String> filled(String text, int firstLimit, int limit) {
        var words = new ArrayList<@Nullable String>();
        int allowed = firstLimit;
        int start = 0;
        int size = 0;
        int index = 0;
        while (index < text.length()) {
            int next = text.offsetByCodePoints(index, 1);
            int grown = size(text, start, index, next, size);
            if (encodedLength(grown) > allowed) {
                boolean nothingFits = words.isEmpty() && start == index;
                words.add(nothingFits ? null : word(text.substring(start, index)));
                start = index;
                allowed = limit;
                grown = size(text, start, index, next, 0);
            }
            size = grown;
            index = next;
        }
        words.add(word(text.substring(start)));
        return words;
    }

    /** The size of a word from {@code start} to {@code next}, known up to {@code index}. */
    private int size(String text, int start, int index, int next, int before) {
        if (!charset.addsUp()) {
            return size(charset.encode(text.substring(start, next)));
        }
        char character = text.charAt(index);
        if (character < BARE.length) {
            return before + (base64 || BARE[character] ? 1 : 3);
        }
        return before + size(charset.encode(text.substring(index, next)));
    }

    /** What adds up from character to character: bytes, or characters of the quoted form. */
    private int size(byte[] bytes) {
        return base64 ? bytes.length : quotedLength(bytes);
    }

    private int encodedLength(int size) {
        return base64 ? base64Length(size) : size;
    }

    private String word(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var bytes = charset.encode(text);
        var word = new StringBuilder(USUAL_LENGTH);
        word.append("=?").append(charset.writtenName()).append(base64 ? "?b?" : "?q?");
        if (base64) {
            word.append(Base64.getEncoder().encodeToString(bytes));
        } else {
            appendQuoted(bytes, word);
        }
        return word.append("?=").toString();
    }

    private static boolean isBase64(HeaderCharset charset, byte[] bytes) {
        return switch (charset.form()) {
            case PLAIN, QUOTED -> false;
            case BASE64 -> true;
            case SHORTER -> base64Length(bytes.length) < quotedLength(bytes);
        };
    }

    private static int base64Length(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    private static int quotedLength(byte[] bytes) {
        int length = 0;
        for (byte octet : bytes) {
            length += isBare(octet) ? 1 : 3;
        }
        return length;
    }

    private static void appendQuoted(byte[] bytes, StringBuilder word) {
        for (byte octet : bytes) {
            if (isBare(octet)) {
                word.append(octet == ' ' ? '_' : (char) octet);
            } else {
                word.append('=');
                HexDigits.append(word, octet);
            }
        }
    }

    private static boolean isBare(byte octet) {
        return octet >= 0 && BARE[octet];
    }

    /** What takes one character in quoted text; a space becomes an underscore. */
    private static boolean[] bare() {
        var bare = new boolean[0x80];
        for (int character = 0; character < bare.length; character++) {
            bare[character] =
                    Character.isLetterOrDigit(character) || " -!*+/".indexOf(character) >= 0;
        }
        return bare;
    }
}
