package io.patchbay.tracker.mbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.mail.diff.DiffEncoding;
import io.patchbay.mail.diff.LineEnds;
import io.patchbay.mail.text.Bytes;
import io.patchbay.mail.text.Charsets;
import io.patchbay.mail.text.MailEncoding;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/**
 * The body of a mail in an mbox, and what its header says of it (web-ui §6.1). It stands there as
 * it is, in UTF-8, unless it would not come back as it is.
 */
record MboxBody(String charset, String transferEncoding, List<byte[]> pieces) {

    private static final byte[] LINE_FEED = {'\n'};

    /**
     * @param message ends with a line feed, unless it is empty
     */
    static MboxBody of(String message, @Nullable String diff, @Nullable DiffEncoding encoding) {
        var octets = diff == null || encoding == null ? null : encoding.bytesOf(diff);
        if (encoding != null && octets != null) {
            return foreign(message, octets, encoding);
        }
        var lines = diff == null ? null : LineEnds.ofFiles(diff);
        var pieces = pieces(message.getBytes(UTF_8), lines == null ? null : lines.getBytes(UTF_8));
        if (isFragile(message) || lines != null && isFragile(lines)) {
            return encoded("utf-8", pieces);
        }
        // In UTF-8 anything but ASCII takes more bytes than characters.
        boolean ascii =
                pieces.getFirst().length == message.length()
                        && (lines == null || pieces.getLast().length == lines.length());
        return new MboxBody("utf-8", ascii ? "7bit" : "8bit", pieces);
    }

    /** In the charset of the diff, if that has what the message needs; git asks no more of it. */
    private static MboxBody foreign(String message, byte[] diff, DiffEncoding encoding) {
        var charset = Charsets.ofJava(encoding.charset());
        if (charset == null
                || !isKnownElsewhere(charset)
                || !Charsets.canEncode(message, charset)) {
            return encoded("utf-8", pieces(message.getBytes(UTF_8), diff));
        }
        return encoded(
                charset.name().toLowerCase(Locale.ROOT),
                pieces(Charsets.encode(message, charset), diff));
    }

    /** Java calls by such names what IANA does not list, and git's iconv may not know. */
    private static boolean isKnownElsewhere(Charset charset) {
        return !charset.name().regionMatches(true, 0, "x-", 0, 2);
    }

    /** Whether readers of an mbox take it for something else, or leave something out. */
    private static boolean isFragile(String text) {
        return text.indexOf('\r') >= 0 || text.startsWith("From ") || text.contains("\nFrom ");
    }

    private static MboxBody encoded(String charset, List<byte[]> pieces) {
        var bytes = new Bytes(pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(bytes::append);
        var encoded = MailEncoding.shortest(bytes.toArray());
        return new MboxBody(charset, encoded.name(), List.of(encoded.body()));
    }

    private static List<byte[]> pieces(byte[] message, byte @Nullable [] diff) {
        return diff == null ? List.of(message) : List.of(message, LINE_FEED, diff);
    }
}
