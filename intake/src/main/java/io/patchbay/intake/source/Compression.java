package io.patchbay.intake.source;

import com.github.luben.zstd.ZstdInputStream;

import org.tukaani.xz.XZInputStream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** How an archive is packed, told by its first bytes whatever its name. */
enum Compression {
    GZIP("gzip", "1f8b") {
        @Override
        InputStream unpacked(InputStream packed) throws IOException {
            return new GZIPInputStream(packed, BUFFER);
        }
    },
    XZ("xz", "fd377a585a00") {
        @Override
        InputStream unpacked(InputStream packed) throws IOException {
            return new XZInputStream(packed, XZ_MEMORY_KIB);
        }
    },
    ZSTD("zstd", "28b52ffd") {
        @Override
        InputStream unpacked(InputStream packed) throws IOException {
            return new ZstdInputStream(packed);
        }
    },
    /** What the parallel packer writes begins with a frame that holds no content. */
    PZSTD("zstd", "502a4d18") {
        @Override
        InputStream unpacked(InputStream packed) throws IOException {
            return ZSTD.unpacked(packed);
        }
    };

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_MAGIC = 6;

    // The strongest preset, -9, needs 65 MiB; zstd has its own bound of 128 MiB.
    private static final int XZ_MEMORY_KIB = 128 << 10;

    private final String label;
    private final byte[] magic;

    Compression(String label, String magic) {
        this.label = label;
        this.magic = HexFormat.of().parseHex(magic);
    }

    abstract InputStream unpacked(InputStream packed) throws IOException;

    /**
     * The stream's content, unpacked where it is packed.
     *
     * @param name how messages call it
     */
    static InputStream unpack(String name, InputStream stream) throws IOException {
        var start = stream.readNBytes(LONGEST_MAGIC);
        var whole = new PushbackInputStream(stream, LONGEST_MAGIC);
        whole.unread(start);
        for (var compression : values()) {
            if (compression.begins(start)) {
                return compression.explained(name, whole);
            }
        }
        return whole;
    }

    private boolean begins(byte[] start) {
        return start.length >= magic.length
                && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    private InputStream explained(String name, InputStream packed) throws IOException {
        try {
            return new Explained(name, unpacked(packed));
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    /** The unpackers themselves say as little as "Unexpected end of ZLIB input stream". */
    private IOException damaged(String name, IOException cause) {
        return new IOException(
                "%s: the %s archive cannot be unpacked any further (%s); if it is damaged, fetch and take it again: what came before is filed and will be recognised"
                        .formatted(
                                name,
                                label,
                                cause.getMessage() == null
                                        ? cause.getClass().getSimpleName()
                                        : cause.getMessage()),
                cause);
    }

    /** Tells which archive a failure is about. */
    private final class Explained extends FilterInputStream {

        private final String name;

        Explained(String name, InputStream unpacked) {
            super(unpacked);
            this.name = name;
        }

        // Who is told that more can be read without waiting reads on, and loses to the failure what
        // was read before it.
        @Override
        public int available() {
            return 0;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw damaged(name, e);
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                throw damaged(name, e);
            }
        }
    }
}
