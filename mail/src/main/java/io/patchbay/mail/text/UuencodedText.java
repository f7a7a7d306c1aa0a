package io.patchbay.mail.text;

import java.io.ByteArrayOutputStream;

/** The older encoding between {@code begin 644 name} and {@code end}. */
final class UuencodedText {

    private static final String BEGIN = "begin ";

    /** What may stand behind the word {@code end}. */
    private static final String BLANKS = " \t\r\n\f";

    private UuencodedText() {}

    /** The text itself if it does not begin, if a line of it is empty or not of this encoding. */
    static byte[] decode(String text) {
        int start = afterBegin(text);
        if (start < 0) {
            return TransferEncoding.bytes(text);
        }
        var decoded = new ByteArrayOutputStream(text.length());
        while (start < text.length()) {
            int end = endOfLine(text, start);
            var line = text.substring(start, end);
            if (isEnd(line)) {
                break;
            }
            if (line.isEmpty() || !decodeLine(line, decoded)) {
                return TransferEncoding.bytes(text);
            }
            start = afterLineEnd(text, end);
        }
        return decoded.toByteArray();
    }

    /** Where the line after {@code begin MODE NAME} begins, or -1. */
    private static int afterBegin(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            if (text.startsWith(BEGIN, start)) {
                var rest = text.substring(start + BEGIN.length(), end);
                int blank = rest.indexOf(' ');
                if (isOctal(blank < 0 ? rest : rest.substring(0, blank))) {
                    return afterLineEnd(text, end);
                }
            }
            start = afterLineEnd(text, end);
        }
        return -1;
    }

    private static boolean isOctal(String word) {
        return !word.isEmpty() && word.chars().allMatch(digit -> digit >= '0' && digit <= '7');
    }

    private static boolean isEnd(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && BLANKS.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && BLANKS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(start, end).equals("end");
    }

    private static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int afterLineEnd(String text, int end) {
        return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
    }

    /** False, and nothing decoded, if the digits are wrong; what follows them does not matter. */
    private static boolean decodeLine(String line, ByteArrayOutputStream decoded) {
        int expected = line.charAt(0) - ' ' & 0x3F;
        int digits = Math.min(line.length(), 1 + (expected * 8 + 5) / 6);
        for (int index = 1; index < digits; index++) {
            if (line.charAt(index) < ' ' || line.charAt(index) > '`') {
                return false;
            }
        }
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
        return true;
    }

    /** Editors cut blanks at the end of a line: what is missing is zero. */
    private static int valueAt(String line, int index) {
        return index < line.length() ? line.charAt(index) - ' ' & 0x3F : 0;
    }
}
