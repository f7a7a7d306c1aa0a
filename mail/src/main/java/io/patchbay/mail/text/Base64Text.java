package io.patchbay.mail.text;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 as mail brings it: foreign characters are skipped, padding may be missing. */
public final class Base64Text {

    private static final byte[] VALUES = values();

    private final byte[] decoded;
    private int length;
    private boolean padded;
    private int digits;

    private Base64Text(String text) {
        decoded = new byte[text.length() / 4 * 3 + 3];
        decode(text);
    }

    /**
     * Decodes lines of digits and nothing else, as programs write them; the JDK does it several
     * times as fast as it can be done here.
     *
     * @return null if it is anything else, which is not to say that it cannot be decoded
     */
    static byte @Nullable [] decodeLines(String text) {
        var digits = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = 0;
        int start = 0;
        while (start < digits.length) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? digits.length : feed;
            int stop = end > start && digits[end - 1] == '\r' ? end - 1 : end;
            System.arraycopy(digits, start, digits, length, stop - start);
            length += stop - start;
            start = end + 1;
        }
        try {
            var decoded = Base64.getDecoder().decode(ByteBuffer.wrap(digits, 0, length));
            return decoded.remaining() == decoded.array().length
                    ? decoded.array()
                    : Arrays.copyOf(decoded.array(), decoded.remaining());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Null if the digits cannot stand for whole bytes. */
    public static byte @Nullable [] decode(String text, boolean paddingRequired) {
        var base64 = new Base64Text(text);
        boolean complete = base64.padded || base64.digits == 0;
        if (base64.digits == 1 && !base64.padded || paddingRequired && !complete) {
            return null;
        }
        return Arrays.copyOf(base64.decoded, base64.length);
    }

    /**
     * Where the first line begins that holds what base64 does not, such as blanks between words;
     * the end if there is none. The exclamation marks by which old mail servers break long lines
     * are passed over.
     */
    static int end(String text) {
        int lineStart = 0;
        boolean blank = false;
        boolean digits = false;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '\n', '\r' -> {
                    lineStart = index + 1;
                    blank = false;
                    digits = false;
                }
                case ' ', '\t' -> blank = digits;
                default -> {
                    boolean digit =
                            character < VALUES.length
                                    && (VALUES[character] >= 0 || "=!".indexOf(character) >= 0);
                    if (blank || !digit) {
                        return lineStart;
                    }
                    digits = true;
                }
            }
        }
        return text.length();
    }

    private void decode(String text) {
        int bits = 0;
        int padding = 0;
        int place = 0;
        int written = 0;
        for (int index = 0; index < text.length() && !padded; index++) {
            char character = text.charAt(index);
            int value = character < VALUES.length ? VALUES[character] : -1;
            if (value >= 0) {
                padding = 0;
                bits = bits << 6 | value;
                if (place > 0) {
                    decoded[written++] = (byte) (bits >> (6 - 2 * place));
                }
                place = (place + 1) & 3;
            } else if (character == '=' && place >= 2) {
                padding++;
                padded = place + padding >= 4;
            }
        }
        digits = place;
        length = written;
    }

    private static byte[] values() {
        var values = new byte[0x80];
        Arrays.fill(values, (byte) -1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int index = 0; index < alphabet.length(); index++) {
            values[alphabet.charAt(index)] = (byte) index;
        }
        return values;
    }
}
