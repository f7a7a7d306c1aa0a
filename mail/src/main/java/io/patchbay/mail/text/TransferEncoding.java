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

    private static byte[] base64(String text) {
        var decoded = Base64Text.decode(text, false);
        return decoded == null ? bytes(text.replace("\n", "").replace("\r", "")) : decoded;
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
            char next = text.charAt(index);
            if (next == '\n' || next == '\r') {
                int feed = text.indexOf('\n', index);
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
}
