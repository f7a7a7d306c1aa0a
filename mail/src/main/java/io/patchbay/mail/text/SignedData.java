package io.patchbay.mail.text;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What an opaque S/MIME message signs (RFC 8551 §3.5.2): the content of a CMS signed-data (RFC 5652
 * §5) in DER or BER. Only the way to the content is read; the signature is not checked.
 */
public final class SignedData {

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_ID = 0x06;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int EXPLICIT = 0xA0;
    private static final int END_OF_CONTENT = 0;

    /** 1.2.840.113549.1.7.2 (RFC 5652 §5.1) and 1.2.840.113549.1.7.1 (§4). */
    private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("2a864886f70d010702");

    private static final byte[] DATA = HexFormat.of().parseHex("2a864886f70d010701");

    /** Writers nest pieces once. */
    private static final int DEEPEST_PIECES = 4;

    private static final int INDEFINITE = -1;

    private final byte[] bytes;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int at;

    /** Of the element whose header was read last; {@link #INDEFINITE} if its end is marked. */
    private int length;

    private SignedData(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Null if the bytes are no signed-data, or have nothing in them. */
    public static byte @Nullable [] contentOf(byte[] cms) {
        var data = new SignedData(cms);
        return data.findsContent() ? data.content.toByteArray() : null;
    }

    private boolean findsContent() {
        return enters(SEQUENCE)
                && is(SIGNED_DATA)
                && enters(EXPLICIT)
                && enters(SEQUENCE)
                && skips(INTEGER)
                && skips(SET)
                && enters(SEQUENCE)
                && is(DATA)
                && enters(EXPLICIT)
                && addsOctets(tag(), 0);
    }

    private boolean enters(int tag) {
        return tag() == tag;
    }

    private boolean skips(int tag) {
        return tag() == tag && skip();
    }

    private boolean is(byte[] objectId) {
        boolean same =
                tag() == OBJECT_ID
                        && length == objectId.length
                        && Arrays.equals(bytes, at, at + length, objectId, 0, length);
        return same && skip();
    }

    private boolean skip() {
        if (length == INDEFINITE) {
            return false;
        }
        at += length;
        return true;
    }

    /** Appends a string of octets, which may be in pieces. */
    private boolean addsOctets(int tag, int depth) {
        if (tag == OCTETS && length != INDEFINITE) {
            content.write(bytes, at, length);
            at += length;
            return true;
        }
        if (tag != OCTETS_IN_PIECES || depth == DEEPEST_PIECES) {
            return false;
        }
        int end = length == INDEFINITE ? bytes.length : at + length;
        boolean marked = length == INDEFINITE;
        while (at < end) {
            int piece = tag();
            if (marked && piece == END_OF_CONTENT && length == 0) {
                return true;
            }
            if (!addsOctets(piece, depth + 1)) {
                return false;
            }
        }
        return !marked && at == end;
    }

    /**
     * Reads the header of an element (ITU-T X.690, clause 8.1); -1 if there is none that can be.
     */
    private int tag() {
        if (bytes.length - at < 2) {
            return -1;
        }
        int tag = bytes[at++] & 0xFF;
        int size = bytes[at++] & 0xFF;
        if (size == 0x80) {
            length = INDEFINITE;
            return tag;
        }
        int octets = size < 0x80 ? 0 : size - 0x80;
        long known = size < 0x80 ? size : 0;
        if (octets > 4 || octets > bytes.length - at) {
            return -1;
        }
        for (int left = octets; left > 0; left--) {
            known = known << 8 | bytes[at++] & 0xFF;
        }
        if (known > bytes.length - at) {
            return -1;
        }
        length = (int) known;
        return tag;
    }
}
