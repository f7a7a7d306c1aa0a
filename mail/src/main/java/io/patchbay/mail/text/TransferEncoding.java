package io.patchbay.mail.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Removes a Content-Transfer-Encoding (RFC 2045 §6); what cannot be decoded stays as it is. */
public final class TransferEncoding {

    private TransferEncoding() {}

    /**
     * Decodes a text whose characters are bytes.
     *
     * @param encoding the header's value; words after the mechanism are ignored
     */
    public static byte[] decode(String encoding, String text) {
        return switch (mechanism(encoding)) {
            case "quoted-printable" -> quotedPrintable(text);
            case "base64" -> base64(text);
            case "x-uuencode", "uuencode", "uue", "x-uue" -> UuencodedText.decode(text);
            default -> bytes(text);
        };
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String mechanism(String encoding) {
        int start = Space.skip(encoding, 0, encoding.length());
        int end = start;
        while (end < encoding.length() && isToken(encoding.charAt(end))) {
            end++;
        }
        return encoding.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isToken(char character) {
        return character != ';' && character != '(' && !Space.is(character);
    }

    /**
     * What lists add behind the digits is plain text: base64 ends at the first line that is none.
     */
    private static byte[] base64(String text) {
        var lines = Base64Text.decodeLines(text);
        if (lines != null) {
            return lines;
        }
        int end = Base64Text.end(text);
        var decoded = Base64Text.decode(text.substring(0, end), false);
        if (end == text.length()) {
            return decoded == null ? bytes(text.replace("\n", "").replace("\r", "")) : decoded;
        }
        if (decoded == null || decoded.length == 0) {
            return bytes(text);
        }
        var rest = bytes((decoded[decoded.length - 1] == '\n' ? "" : "\n") + text.substring(end));
        var whole = Arrays.copyOf(decoded, decoded.length + rest.length);
        System.arraycopy(rest, 0, whole, decoded.length, rest.length);
        return whole;
    }

    static byte[] quotedPrintable(String text) {
        var decoded = new byte[text.length()];
        int length = 0;
        int index = 0;
        while (index < text.length()) {
            char character = text.charAt(index++);
            if (character != '=') {
                decoded[length++] = (byte) character;
                continue;
            }
            if (index == text.length()) {
                break;
            }
            int value = HexDigits.pairAt(text, index);
            int lineEnd = afterBlanks(text, index);
            char next = text.charAt(index);
            if (lineEnd == text.length() || isLineEnd(text.charAt(lineEnd))) {
                int feed = text.indexOf('\n', lineEnd);
                index = feed < 0 ? text.length() : feed + 1;
            } else if (value >= 0) {
                decoded[length++] = (byte) value;
                index += 2;
            } else {
                decoded[length++] = '=';
                index += next == '=' ? 1 : 0;
            }
        }
        return Arrays.copyOf(decoded, length);
    }

    /** Transports may have added blanks to a line that ends in a soft break (RFC 2045 §6.7). */
    private static int afterBlanks(String text, int start) {
        int index = start;
        while (index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '\t')) {
            index++;
        }
        return index;
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }
}
