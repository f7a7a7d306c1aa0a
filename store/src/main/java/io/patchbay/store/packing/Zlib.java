package io.patchbay.store.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bytes in zlib's form (RFC 1950), for what is kept for days only. */
public final class Zlib {

    private Zlib() {}

    public static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var deflating = new DeflaterOutputStream(packed, deflater)) {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    public static byte[] unpacked(byte[] packed) {
        try (var inflating = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return inflating.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a mail that waits is damaged in the store", e);
        }
    }
}
