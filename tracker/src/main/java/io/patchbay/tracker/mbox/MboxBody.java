package io.patchbay.tracker.mbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.diff.DiffEncoding;
import io.patchbay.mail.diff.LineEnds;
import io.patchbay.mail.text.Bytes;
import io.patchbay.mail.text.Charsets;
import io.patchbay.mail.text.MailEncoding;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * The body of a mail in an mbox, and what its header says of it (web-ui §6.1). It stands there as
 * it is, in UTF-8, unless it would not come back as it is.
 */
record MboxBody(String charset, String transferEncoding, byte[] bytes) {

    /**
     * @param message ends with a line feed, unless it is empty
     */
    static MboxBody of(String message, @Nullable String diff, @Nullable DiffEncoding encoding) {
        var lines = diff == null ? null : LineEnds.ofFiles(diff);
        var octets = lines == null || encoding == null ? null : encoding.bytesOf(lines);
        if (encoding != null && octets != null) {
            return foreign(message, octets, encoding);
        }
        var bytes = joined(message.getBytes(UTF_8), lines == null ? null : lines.getBytes(UTF_8));
        if (isFragile(message) || lines != null && isFragile(lines)) {
            return encoded("utf-8", bytes);
        }
        int characters = message.length() + (lines == null ? 0 : 1 + lines.length());
        // In UTF-8 anything but ASCII takes more bytes than characters.
        return new MboxBody("utf-8", bytes.length == characters ? "7bit" : "8bit", bytes);
    }

    /** In the charset of the diff, if that has what the message needs; git asks no more of it. */
    private static MboxBody foreign(String message, byte[] diff, DiffEncoding encoding) {
        var charset = Charsets.ofJava(encoding.charset());
        boolean one =
                charset != null
                        && isKnownElsewhere(charset)
                        && Charsets.canEncode(message, charset);
        return charset != null && one
                ? encoded(
                        charset.name().toLowerCase(Locale.ROOT),
                        joined(Charsets.encode(message, charset), diff))
                : encoded("utf-8", joined(message.getBytes(UTF_8), diff));
    }

    private static boolean isKnownElsewhere(Charset charset) {
        return !charset.name().regionMatches(true, 0, "x-", 0, 2);
    }

    /** Whether readers of an mbox take it for something else, or leave something out. */
    private static boolean isFragile(String text) {
        return text.indexOf('\r') >= 0 || text.startsWith("From ") || text.contains("\nFrom ");
    }

    private static MboxBody encoded(String charset, byte[] bytes) {
        var encoded = MailEncoding.shortest(bytes);
        return new MboxBody(charset, encoded.name(), encoded.body());
    }

    private static byte[] joined(byte[] message, byte @Nullable [] diff) {
        return diff == null
                ? message
                : new Bytes(message.length + 1 + diff.length)
                        .append(message)
                        .append((byte) '\n')
                        .append(diff)
                        .toArray();
    }
}
