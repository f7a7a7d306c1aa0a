package io.patchbay.mail.text;

/** Two hexadecimal digits as a byte, in either case. */
public final class HexDigits {

    private static final char[] UPPER = "0123456789ABCDEF".toCharArray();

    private HexDigits() {}

    /** The value of the two digits at {@code index}, or -1 if they are not there. */
    public static int pairAt(String text, int index) {
        if (index + 1 >= text.length()) {
            return -1;
        }
        int high = valueOf(text.charAt(index));
        int low = valueOf(text.charAt(index + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    public static void append(StringBuilder target, int value) {
        target.append(UPPER[value >> 4 & 0xF]).append(UPPER[value & 0xF]);
    }

    private static int valueOf(char digit) {
        return digit < 0x80 ? Character.digit(digit, 16) : -1;
    }
}
