package io.patchbay.mail.text;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * UTF-7 (RFC 2152), which Java does not have: ASCII, in which {@code +…-} is UTF-16 in base64.
 * Written as Python writes it, because stored headers may hold it.
 */
public final class Utf7 extends Charset {

    public static final Charset UTF_7 = new Utf7();

    private static final String BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /** What stands for itself, besides letters, digits and blanks. */
    private static final String DIRECT = "'(),-./:?!\"#$%&*;<=>@[]^_`{|}";

    private Utf7() {
        super("UTF-7", new String[0]);
    }

    @Override
    public boolean contains(Charset other) {
        return true;
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                int start = in.position();
                var bytes = new byte[in.remaining()];
                in.get(bytes);
                var text = decoded(new String(bytes, StandardCharsets.ISO_8859_1));
                if (text == null) {
                    in.position(start);
                    return CoderResult.malformedForLength(bytes.length);
                }
                if (text.length() > out.remaining()) {
                    in.position(start);
                    return CoderResult.OVERFLOW;
                }
                out.put(text);
                return CoderResult.UNDERFLOW;
            }
        };
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 3, 8) {
            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                var bytes = encoded(in).getBytes(StandardCharsets.US_ASCII);
                if (bytes.length > out.remaining()) {
                    return CoderResult.OVERFLOW;
                }
                out.put(bytes);
                in.position(in.limit());
                return CoderResult.UNDERFLOW;
            }
        };
    }

    /** Null if it is not UTF-7. */
    private static @Nullable String decoded(String text) {
        var decoded = new StringBuilder(text.length());
        int index = 0;
        while (index < text.length()) {
            char character = text.charAt(index++);
            if (character >= 0x80) {
                return null;
            }
            if (character != '+') {
                decoded.append(character);
            } else if (text.startsWith("-", index)) {
                decoded.append('+');
                index++;
            } else {
                int end = endOfBase64(text, index);
                boolean empty = end == index && index < text.length();
                if (empty || !appendUnits(text, index, end, decoded)) {
                    return null;
                }
                index = text.startsWith("-", end) ? end + 1 : end;
            }
        }
        return decoded.toString();
    }

    private static int endOfBase64(String text, int start) {
        int end = start;
        while (end < text.length() && BASE64.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** Whether the digits stand for whole UTF-16 units, with less than a digit of zeros behind. */
    private static boolean appendUnits(String text, int start, int end, StringBuilder decoded) {
        int from = decoded.length();
        int bits = 0;
        int held = 0;
        for (int index = start; index < end; index++) {
            held = held << 6 | BASE64.indexOf(text.charAt(index));
            bits += 6;
            if (bits >= 16) {
                bits -= 16;
                decoded.append((char) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bits < 6 && held == 0 && Charsets.isWellFormed(decoded, from);
    }

    private static String encoded(CharSequence text) {
        var encoded = new StringBuilder(text.length() * 2);
        int index = 0;
        while (index < text.length()) {
            char character = text.charAt(index);
            if (isDirect(character)) {
                encoded.append(character);
                index++;
            } else if (character == '+') {
                encoded.append("+-");
                index++;
            } else {
                int end = endOfIndirect(text, index);
                appendBase64(text, index, end, encoded);
                boolean needsEnd =
                        end == text.length()
                                || text.charAt(end) == '-'
                                || BASE64.indexOf(text.charAt(end)) >= 0;
                encoded.append(needsEnd ? "-" : "");
                index = end;
            }
        }
        return encoded.toString();
    }

    /** A plus sign between others does not end them. */
    private static int endOfIndirect(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && !isDirect(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void appendBase64(CharSequence text, int start, int end, StringBuilder encoded) {
        encoded.append('+');
        int bits = 0;
        int held = 0;
        for (int index = start; index < end; index++) {
            held = held << 16 | text.charAt(index);
            bits += 16;
            while (bits >= 6) {
                bits -= 6;
                encoded.append(BASE64.charAt(held >> bits & 0x3F));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            encoded.append(BASE64.charAt(held << (6 - bits) & 0x3F));
        }
    }

    private static boolean isDirect(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || " \t\n\r".indexOf(character) >= 0
                || DIRECT.indexOf(character) >= 0;
    }
}
