package io.patchbay.web.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A mail as one of an mbox, as public-inbox writes it (archive §2.2): behind an envelope that tells
 * nothing, every line that reads as an envelope with one {@code >} more, and an empty line at its
 * end. Line ends of the way here (CR LF in all lines, RFC 5321 §2.3.8) become those of files.
 */
final class Mboxrd {

    static final String ENVELOPE = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

    private static final byte[] FROM = "From ".getBytes(US_ASCII);

    private Mboxrd() {}

    /**
     * @param raw the mail as it came; an envelope that came with it is left out
     */
    static byte[] of(byte[] raw) {
        var mail = new ByteArrayOutputStream(raw.length + 128);
        mail.writeBytes(ENVELOPE.getBytes(US_ASCII));
        boolean sent = isSent(raw);
        int at = startsAt(raw, 0, FROM) ? afterLine(raw, 0) : 0;
        while (at < raw.length) {
            int next = afterLine(raw, at);
            if (isQuotable(raw, at, next)) {
                mail.write('>');
            }
            boolean endsInBoth = sent && next - at >= 2 && raw[next - 1] == '\n';
            mail.write(raw, at, next - at - (endsInBoth ? 2 : 0));
            if (endsInBoth) {
                mail.write('\n');
            }
            at = next;
        }
        if (raw.length > 0 && raw[raw.length - 1] != '\n') {
            mail.write('\n');
        }
        mail.write('\n');
        return mail.toByteArray();
    }

    /** Whether every line ends in CR LF, and there is one. */
    private static boolean isSent(byte[] raw) {
        boolean any = false;
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] == '\n') {
                if (at == 0 || raw[at - 1] != '\r') {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private static int afterLine(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, raw.length);
    }

    private static boolean isQuotable(byte[] raw, int from, int to) {
        int at = from;
        while (at < to && raw[at] == '>') {
            at++;
        }
        return startsAt(raw, at, FROM);
    }

    private static boolean startsAt(byte[] raw, int at, byte[] text) {
        return at + text.length <= raw.length
                && Arrays.equals(raw, at, at + text.length, text, 0, text.length);
    }
}
