package io.patchbay.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** How an archive is packed, told by its first bytes whatever its name. */
enum Compression {
    GZIP(0x1f, 0x8b) {
        @Override
        InputStream unpacked(InputStream packed) throws IOException {
            return new GZIPInputStream(packed, BUFFER);
        }
    };

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_MAGIC = 6;

    private final byte[] magic;

    Compression(int... magic) {
        this.magic = new byte[magic.length];
        for (int at = 0; at < magic.length; at++) {
            this.magic[at] = (byte) magic[at];
        }
    }

    abstract InputStream unpacked(InputStream packed) throws IOException;

    /** The stream's content, unpacked where it is packed. */
    static InputStream unpack(InputStream stream) throws IOException {
        var start = stream.readNBytes(LONGEST_MAGIC);
        var whole = new PushbackInputStream(stream, LONGEST_MAGIC);
        whole.unread(start);
        for (var compression : values()) {
            if (compression.begins(start)) {
                return compression.unpacked(whole);
            }
        }
        return whole;
    }

    private boolean begins(byte[] start) {
        if (start.length < magic.length) {
            return false;
        }
        for (int at = 0; at < magic.length; at++) {
            if (start[at] != magic[at]) {
                return false;
            }
        }
        return true;
    }
}
