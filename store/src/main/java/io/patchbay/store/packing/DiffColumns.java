package io.patchbay.store.packing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.patchbay.mail.diff.DiffEncoding;
import io.patchbay.store.database.Row;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Beside the text of a diff that did not come in UTF-8: its charset, and where that does not give
 * them back, its bytes in zlib's form (RFC 1950).
 */
public final class DiffColumns {

    /** In the order in which {@link #read} takes them. */
    public static final String NAMES = "diff_charset, diff_bytes";

    private DiffColumns() {}

    public static @Nullable DiffEncoding read(Row row) throws SQLException {
        var charset = row.textOrNull();
        var packed = row.bytesOrNull();
        return charset == null
                ? null
                : new DiffEncoding(charset, packed == null ? null : unpacked(packed));
    }

    public static @Nullable String charset(@Nullable DiffEncoding encoding) {
        return encoding == null ? null : encoding.charset();
    }

    public static byte @Nullable [] bytes(@Nullable DiffEncoding encoding) {
        var octets = encoding == null ? null : encoding.octets();
        return octets == null ? null : packed(octets);
    }

    private static byte[] packed(String octets) {
        var packed = new ByteArrayOutputStream(octets.length() / 2 + 64);
        try (var deflating = new DeflaterOutputStream(packed)) {
            deflating.write(octets.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return packed.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (var inflating = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(inflating.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of a diff are damaged in the store", e);
        }
    }
}
