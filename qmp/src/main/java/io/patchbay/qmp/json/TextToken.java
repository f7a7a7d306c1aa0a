package io.patchbay.qmp.json;

import java.nio.charset.StandardCharsets;

/** The meaning of a string token: what stands between its quotes, escapes resolved (spec §3.3). */
final class TextToken {

    private static final int SHORT = 32;

    // The same few member and command names come again and again; this spares making them anew.
    private final String[] recent = new String[64];

    String decode(byte[] token, int length) throws JsonFault {
        int hash = 0;
        for (int at = 1; at < length - 1; at++) {
            if (token[at] < 0 || token[at] == '\\') {
                return decodeSlowly(token, at, length - 1);
            }
            hash = 31 * hash + token[at];
        }
        if (length > SHORT) {
            return plain(token, length);
        }
        int slot = (hash ^ hash >>> 7) & recent.length - 1;
        var known = recent[slot];
        if (known != null && same(known, token, length)) {
            return known;
        }
        return recent[slot] = plain(token, length);
    }

    private static String plain(byte[] token, int length) {
        return new String(token, 1, length - 2, StandardCharsets.ISO_8859_1);
    }

    private static boolean same(String known, byte[] token, int length) {
        if (known.length() != length - 2) {
            return false;
        }
        for (int at = 0; at < known.length(); at++) {
            if (known.charAt(at) != token[at + 1]) {
                return false;
            }
        }
        return true;
    }

    private static String decodeSlowly(byte[] token, int special, int end) throws JsonFault {
        var text = new StringBuilder(end);
        text.append(new String(token, 1, special - 1, StandardCharsets.ISO_8859_1));
        int at = special;
        while (at < end) {
            if (token[at] == '\\') {
                at = escape(token, at, end, text);
            } else {
                var cursor = new Utf8Cursor(token, at, end);
                int point = cursor.next();
                if (point == Utf8Cursor.INVALID) {
                    throw new JsonFault("invalid UTF-8 sequence in string");
                }
                text.appendCodePoint(point);
                at = cursor.position();
            }
        }
        return text.toString();
    }

    /** Resolves the escape at a backslash and returns where it ends. */
    private static int escape(byte[] token, int at, int end, StringBuilder text) throws JsonFault {
        switch (token[at + 1]) {
            case '"', '\'', '\\', '/' -> text.append((char) token[at + 1]);
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u' -> {
                return unicode(token, at, end, text);
            }
            default -> throw new JsonFault("invalid escape sequence in string");
        }
        return at + 2;
    }

    private static int unicode(byte[] token, int at, int end, StringBuilder text) throws JsonFault {
        int point = fourHex(token, at, end);
        int after = at + 6;
        if (point >= 0xD800 && point <= 0xDBFF) {
            int low = fourHex(token, after, end);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                point = Character.toCodePoint((char) point, (char) low);
                after += 6;
            }
        }
        if (!Utf8Cursor.isCharacter(point)) {
            // QEMU quotes what follows the backslash blindly, the closing quote included.
            int quoted = Math.min(after, end + 1);
            throw new JsonFault(
                    Utf8Cursor.quotable(token, at, quoted) + " is not a valid Unicode character");
        }
        text.appendCodePoint(point);
        return after;
    }

    /** The four digits of the backslash-u escape that starts here, or -1. */
    private static int fourHex(byte[] token, int at, int end) {
        if (at + 6 > end || token[at] != '\\' || token[at + 1] != 'u') {
            return -1;
        }
        int point = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(token[i], 16);
            if (digit < 0) {
                return -1;
            }
            point = point << 4 | digit;
        }
        return point;
    }
}
