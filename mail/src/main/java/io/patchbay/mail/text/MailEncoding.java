package io.patchbay.mail.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes as the body of a mail, in printable characters and lines of at most 76 of them (RFC 2045
 * §6.7, §6.8). No line begins with {@code From }, so that an mbox may hold it.
 *
 * @param name of the Content-Transfer-Encoding
 * @param body ends with a line feed, unless it is empty
 */
public record MailEncoding(String name, byte[] body) {

    private static final int LONGEST_LINE = 76;
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** Whichever is shorter; people can read the first. */
    public static MailEncoding shortest(byte[] bytes) {
        var quoted = quotedPrintable(bytes);
        int groups = (bytes.length + 2) / 3;
        int base64 = 4 * groups + 4 * groups / LONGEST_LINE + 1;
        return quoted.body.length <= base64 ? quoted : base64(bytes);
    }

    public static MailEncoding base64(byte[] bytes) {
        var digits = Base64.getMimeEncoder(LONGEST_LINE, new byte[] {'\n'}).encode(bytes);
        return new MailEncoding("base64", digits.length == 0 ? digits : withFeed(digits));
    }

    private static byte[] withFeed(byte[] lines) {
        var closed = Arrays.copyOf(lines, lines.length + 1);
        closed[lines.length] = '\n';
        return closed;
    }

    /** A line feed ends a line; carriage returns, and blanks before a line's end, are quoted. */
    public static MailEncoding quotedPrintable(byte[] bytes) {
        return new MailEncoding("quoted-printable", new Quoting(bytes).quoted());
    }

    private static final class Quoting {

        private final byte[] bytes;
        private final Bytes quoted;
        private int column;

        Quoting(byte[] bytes) {
            this.bytes = bytes;
            this.quoted = new Bytes(bytes.length + bytes.length / 8 + 16);
        }

        byte[] quoted() {
            for (int index = 0; index < bytes.length; index++) {
                if (bytes[index] == '\n') {
                    quoted.append((byte) '\n');
                    column = 0;
                } else {
                    add(index);
                }
            }
            if (column > 0) {
                // The text has no line feed here, the mail needs one.
                quoted.append((byte) '=').append((byte) '\n');
            }
            return quoted.toArray();
        }

        private void add(int index) {
            boolean plain = isPlain(index);
            int width = plain ? 1 : 3;
            boolean last = index + 1 == bytes.length || bytes[index + 1] == '\n';
            // Where the line goes on, there must be room for the sign that says so.
            if (column + width > (last ? LONGEST_LINE : LONGEST_LINE - 1)) {
                quoted.append((byte) '=').append((byte) '\n');
                column = 0;
                plain = isPlain(index);
                width = plain ? 1 : 3;
            }
            if (plain) {
                quoted.append(bytes[index]);
            } else {
                quoted.append((byte) '=')
                        .append(HEX[bytes[index] >> 4 & 0xF])
                        .append(HEX[bytes[index] & 0xF]);
            }
            column += width;
        }

        private boolean isPlain(int index) {
            byte value = bytes[index];
            if (value == ' ' || value == '\t') {
                return index + 1 < bytes.length && bytes[index + 1] != '\n';
            }
            return value > ' ' && value <= '~' && value != '=' && !beginsEnvelope(index);
        }

        private boolean beginsEnvelope(int index) {
            if (column > 0 || bytes.length - index < FROM.length) {
                return false;
            }
            return Arrays.equals(bytes, index, index + FROM.length, FROM, 0, FROM.length);
        }
    }
}
