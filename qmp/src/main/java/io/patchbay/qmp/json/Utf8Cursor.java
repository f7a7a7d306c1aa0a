package io.patchbay.qmp.json;

/**
 * Walks over bytes one UTF-8 sequence at a time with QEMU's idea of validity: C0 80 is U+0000;
 * overlong forms, surrogates, noncharacters and anything above U+10FFFF are not valid.
 */
final class Utf8Cursor {

    static final int INVALID = -1;

    private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};

    private final byte[] bytes;
    private final int end;
    private int at;

    Utf8Cursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    boolean hasNext() {
        return at < end;
    }

    int position() {
        return at;
    }

    /** The next code point, or {@link #INVALID}; an invalid sequence ends where it went wrong. */
    int next() {
        int lead = bytes[at++] & 0xFF;
        if (lead < 0x80) {
            return lead;
        }
        if (lead < 0xC0 || lead >= 0xFE) {
            return INVALID;
        }
        int length = Integer.numberOfLeadingZeros(~(lead << 24));
        int point = lead & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            if (at >= end || (bytes[at] & 0xC0) != 0x80) {
                return INVALID;
            }
            point = point << 6 | bytes[at++] & 0x3F;
        }
        boolean overlong = point < LEAST[length] && !(point == 0 && length == 2);
        return overlong || !isCharacter(point) ? INVALID : point;
    }

    static boolean isCharacter(int point) {
        return point >= 0
                && point <= Character.MAX_CODE_POINT
                && (point < 0xD800 || point > 0xDFFF)
                && (point < 0xFDD0 || point > 0xFDEF)
                && (point & 0xFFFE) != 0xFFFE;
    }

    /** Bytes as text to be quoted in an error: cut at a NUL, invalid sequences as U+FFFD. */
    static String quotable(byte[] bytes, int from, int end) {
        var text = new StringBuilder();
        var cursor = new Utf8Cursor(bytes, from, end);
        while (cursor.hasNext() && bytes[cursor.position()] != 0) {
            int point = cursor.next();
            text.appendCodePoint(point == INVALID ? 0xFFFD : point);
        }
        return text.toString();
    }
}
