package io.patchbay.http.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** Percent-encoding of text in URLs (RFC 3986 §2). */
public final class Percent {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final String UNRESERVED = "-._~";

    /** An escaped slash, and one that was escaped before it was. */
    private static final Pattern SLASH = Pattern.compile("%((?:25)*2[Ff])");

    private Percent() {}

    /**
     * Decodes the octets as UTF-8. Something that is no escape stays as it is; octets that are no
     * UTF-8 become U+FFFD: a path or query can be strange, but never an error.
     */
    public static String decode(String text) {
        return text.indexOf('%') < 0 ? text : decode(text, false);
    }

    /** As {@link #decode}, and a plus is a space: for queries and forms. */
    public static String decodeForm(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : decode(text, true);
    }

    private static String decode(String text, boolean plusIsSpace) {
        byte[] raw = text.getBytes(UTF_8);
        int length = 0;
        for (int i = 0; i < raw.length; i++, length++) {
            byte octet = raw[i];
            if (octet == '%' && i + 2 < raw.length) {
                int high = Character.digit(raw[i + 1], 16);
                int low = Character.digit(raw[i + 2], 16);
                if (high >= 0 && low >= 0) {
                    octet = (byte) (high << 4 | low);
                    i += 2;
                }
            } else if (octet == '+' && plusIsSpace) {
                octet = ' ';
            }
            raw[length] = octet;
        }
        return new String(raw, 0, length, UTF_8);
    }

    /** One key or value of a query: everything but letters, digits and {@code -._~} is escaped. */
    public static String encodeQuery(String text) {
        return encode(text, UNRESERVED, true);
    }

    /** A path; a slash, {@code @} and the sub-delimiters stay bare. */
    public static String encodePath(String text) {
        return encode(text, UNRESERVED + "!$&'()*+,;=/:@", false);
    }

    /**
     * A text as one segment of a path. A slash becomes {@code %252F}: servers in front of us may
     * resolve {@code %2F}, and clients expect what Patchwork writes (rest-api §2.1). What looks
     * like an escaped slash itself is escaped once more, so that each text has a segment of its
     * own.
     */
    public static String encodeSegment(String text) {
        var escaped = text.indexOf('%') < 0 ? text : SLASH.matcher(text).replaceAll("%25$1");
        return encodePath(escaped.replace("/", "%2F"));
    }

    /** The text of a segment that was {@linkplain #decode decoded} once. */
    public static String decodeSegment(String segment) {
        return segment.indexOf('%') < 0
                ? segment
                : SLASH.matcher(segment)
                        .replaceAll(slash ->
                                slash.group(1).length() == 2
                                        ? "/"
                                        : "%" + slash.group(1).substring(2));
    }

    private static String encode(String text, String bare, boolean spaceIsPlus) {
        int first = 0;
        while (first < text.length() && isBare(text.charAt(first), bare)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        var encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (isBare(character, bare)) {
                encoded.append(character);
            } else if (character == ' ' && spaceIsPlus) {
                encoded.append('+');
            } else {
                encoded.append('%').append(HEX[character >> 4]).append(HEX[character & 15]);
            }
        }
        return encoded.toString();
    }

    private static boolean isBare(char character, String bare) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character < 128 && bare.indexOf(character) >= 0;
    }
}
