package io.patchbay.store.packing;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;

import io.patchbay.tracker.model.MailText;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.util.Arrays;

/** Packs one mail after another, with one dictionary. */
final class Packer implements Closeable {

    /** Higher ones take half as long again for two parts in a hundred (docs/adr/0022). */
    static final int LEVEL = 1;

    /** Room of this size is kept for the next mail; making it anew costs as much as copying. */
    private static final int LARGEST_KEPT = 256 << 10;

    private final long dictionary;
    private final ZstdCompressCtx zstd;
    private byte[] parts = new byte[0];
    private byte[] target = new byte[0];

    /**
     * @param content of the dictionary; null for none
     */
    Packer(long dictionary, byte @Nullable [] content) {
        this.dictionary = dictionary;
        // Lengths and dictionary stand in front of the frame already.
        zstd =
                new ZstdCompressCtx()
                        .setLevel(LEVEL)
                        .setMagicless(true)
                        .setContentSize(false)
                        .setChecksum(false)
                        .setDictID(false);
        if (content != null) {
            zstd.loadDict(content);
        }
    }

    byte[] pack(MailText text, byte @Nullable [] raw) {
        var mail = Frame.Parts.of(text, raw);
        parts = room(parts, mail.length());
        mail.copyTo(parts);
        target = room(target, Frame.LONGEST_HEAD + Zstd.compressBound(mail.length()));
        int head = mail.head(dictionary, target);
        int length =
                zstd.compressByteArray(target, head, target.length - head, parts, 0, mail.length());
        var packed = Arrays.copyOf(target, head + length);
        if (parts.length > LARGEST_KEPT) {
            parts = new byte[0];
            target = new byte[0];
        }
        return packed;
    }

    private static byte[] room(byte[] known, long length) {
        return known.length >= length ? known : new byte[Math.toIntExact(length)];
    }

    @Override
    public void close() {
        zstd.close();
    }
}
