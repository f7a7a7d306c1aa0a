package io.patchbay.http.message;

import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The fingerprint by which clients ask whether an answer has changed (RFC 9110 §8.8.3): two
 * independent checksums, which the processor computes far faster than a hash. It is weak, because
 * the compressed answer has the same.
 */
public final class EntityTag {

    private EntityTag() {}

    public static String of(byte[] content, int length) {
        var first = new CRC32();
        first.update(content, 0, length);
        var second = new CRC32C();
        second.update(content, 0, length);
        return "W/\""
                + HexFormat.of().toHexDigits(first.getValue() << 32 | second.getValue())
                + "\"";
    }

    /** Whether an {@code If-None-Match} names the tag, or everything. */
    public static boolean isAmong(String tag, String header) {
        var opaque = tag.substring(2);
        for (var known : header.split(",")) {
            var stripped = known.strip();
            if (stripped.equals("*")
                    || (stripped.startsWith("W/") ? stripped.substring(2) : stripped)
                            .equals(opaque)) {
                return true;
            }
        }
        return false;
    }
}
