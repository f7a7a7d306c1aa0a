package io.patchbay.mail.header;

import io.patchbay.mail.text.Base64Text;
import io.patchbay.mail.text.HexDigits;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Finds the encoded words {@code =?charset?q|b?text?=} (RFC 2047) of a text, one after the other.
 * The text of a word stays on one line; a word may touch its neighbours. Takes time in proportion
 * to the text, whatever the text.
 */
final class EncodedWordScanner {

    private final String text;
    private final int end;
    private int wordStart;
    private int wordEnd;
    private int charsetEnd;
    private int nextClose = -1;
    private int nextLineEnd = -1;

    EncodedWordScanner(String text, int start, int end) {
        this.text = text;
        this.end = end;
        this.wordEnd = start;
    }

    static boolean findsAny(String text) {
        return text.contains("=?") && new EncodedWordScanner(text, 0, text.length()).next();
    }

    /** Steps to the next word; false if there is none left. */
    boolean next() {
        int start = text.indexOf("=?", wordEnd, end);
        while (start >= 0) {
            if (isWordAt(start)) {
                wordStart = start;
                wordEnd = nextClose + 2;
                return true;
            }
            start = text.indexOf("=?", start + 1, end);
        }
        return false;
    }

    int start() {
        return wordStart;
    }

    int end() {
        return wordEnd;
    }

    /** Without the language that may stand behind it (RFC 2231 §5). */
    String charset() {
        var charset = text.substring(wordStart + 2, charsetEnd);
        int language = charset.indexOf('*');
        return language < 0 ? charset : charset.substring(0, language);
    }

    boolean isBase64() {
        char encoding = text.charAt(charsetEnd + 1);
        return encoding == 'b' || encoding == 'B';
    }

    String encoded() {
        return text.substring(charsetEnd + 3, wordEnd - 2);
    }

    private boolean isWordAt(int start) {
        int mark = text.indexOf('?', start + 2, end);
        if (mark < 0 || mark + 3 > end || text.charAt(mark + 2) != '?') {
            return false;
        }
        if ("qQbB".indexOf(text.charAt(mark + 1)) < 0) {
            return false;
        }
        charsetEnd = mark;
        int from = mark + 3;
        nextClose = found("?=", from, nextClose);
        nextLineEnd = found("\n", from, nextLineEnd);
        return nextClose < nextLineEnd;
    }

    /** The next place of a mark; a place found earlier is good while it lies ahead. */
    private int found(String mark, int from, int known) {
        if (known >= from) {
            return known;
        }
        int place = text.indexOf(mark, from, end);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** The bytes of the word, or null if it is broken base64. */
    byte @Nullable [] decoded() {
        var encoded = encoded();
        if (isBase64()) {
            int missing = encoded.length() % 4 == 0 ? 0 : 4 - encoded.length() % 4;
            return Base64Text.decode(encoded + "=".repeat(missing), true);
        }
        return quoted(encoded);
    }

    private static byte[] quoted(String encoded) {
        var bytes = new byte[encoded.length()];
        int length = 0;
        for (int index = 0; index < encoded.length(); index++) {
            char character = encoded.charAt(index);
            int value = character == '=' ? HexDigits.pairAt(encoded, index + 1) : -1;
            if (value >= 0) {
                bytes[length++] = (byte) value;
                index += 2;
            } else {
                bytes[length++] = (byte) (character == '_' ? ' ' : character);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
