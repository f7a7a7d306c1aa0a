package io.patchbay.mail;

import java.io.ByteArrayOutputStream;

/** The older encoding between {@code begin 644 name} and {@code end}. */
final class UuencodedText {

    private UuencodedText() {}

    /** The text itself if it is not encoded or is cut short. */
    static byte[] decode(String text) {
        int start = afterBegin(text);
        var decoded = new ByteArrayOutputStream(text.length());
        while (start >= 0 && start < text.length()) {
            int end = endOfLine(text, start);
            var line = text.substring(start, end);
            if (line.strip().equals("end")) {
                return decoded.toByteArray();
            }
            decodeLine(line, decoded);
            start = end + 1;
        }
        return TransferEncoding.bytes(text);
    }

    /** Where the line after {@code begin MODE NAME} begins, or -1. */
    private static int afterBegin(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            var words = text.substring(start, end).split(" ", 3);
            if (words.length == 3 && words[0].equals("begin") && isOctal(words[1])) {
                return end + 1;
            }
            start = end + 1;
        }
        return -1;
    }

    private static boolean isOctal(String word) {
        return !word.isEmpty() && word.chars().allMatch(digit -> digit >= '0' && digit <= '7');
    }

    private static int endOfLine(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed;
    }

    private static void decodeLine(String line, ByteArrayOutputStream decoded) {
        int expected = line.isEmpty() ? 0 : valueAt(line, 0);
        int index = 1;
        for (int count = 0; count < expected; index += 4) {
            int bits =
                    valueAt(line, index) << 18
                            | valueAt(line, index + 1) << 12
                            | valueAt(line, index + 2) << 6
                            | valueAt(line, index + 3);
            for (int shift = 16; shift >= 0 && count < expected; shift -= 8, count++) {
                decoded.write(bits >> shift);
            }
        }
    }

    /** Editors cut blanks at the end of a line: what is missing is zero. */
    private static int valueAt(String line, int index) {
        return index < line.length() ? line.charAt(index) - ' ' & 0x3F : 0;
    }
}
