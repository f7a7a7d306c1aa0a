package io.patchbay.http.message;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compresses whole answers (RFC 1952), as fast as deflate can: lists shrink to a tenth anyway. */
public final class Gzip {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};
    private static final int TRAILER = 8;

    // A deflater holds a quarter of a megabyte outside the heap, too much for one a request.
    private static final ConcurrentLinkedQueue<Deflater> IDLE = new ConcurrentLinkedQueue<>();

    private Gzip() {}

    public static boolean isAccepted(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (var coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            var parts = coding.strip().split(";");
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !isZero(parts[1].strip());
            }
        }
        return false;
    }

    /** {@code q=0}, {@code q=0.0} …: not acceptable. */
    private static boolean isZero(String quality) {
        return quality.startsWith("q=")
                && quality.substring(2).chars().allMatch(c -> c == '0' || c == '.');
    }

    public static ByteBuffer compress(ByteBuffer content) {
        var idle = IDLE.poll();
        var deflater = idle == null ? new Deflater(Deflater.BEST_SPEED, true) : idle;
        try {
            return compress(content, deflater);
        } finally {
            deflater.reset();
            IDLE.add(deflater);
        }
    }

    private static ByteBuffer compress(ByteBuffer content, Deflater deflater) {
        int length = content.remaining();
        var checksum = new CRC32();
        checksum.update(content.duplicate());
        byte[] packed = Arrays.copyOf(HEADER, Math.max(1024, length / 3));
        int at = HEADER.length;
        deflater.setInput(content);
        deflater.finish();
        while (!deflater.finished()) {
            if (packed.length - at < 1024) {
                packed = Arrays.copyOf(packed, packed.length * 2);
            }
            at += deflater.deflate(packed, at, packed.length - at);
        }
        if (packed.length - at < TRAILER) {
            packed = Arrays.copyOf(packed, at + TRAILER);
        }
        ByteBuffer.wrap(packed)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(at, (int) checksum.getValue())
                .putInt(at + 4, length);
        return ByteBuffer.wrap(packed, 0, at + TRAILER);
    }
}
