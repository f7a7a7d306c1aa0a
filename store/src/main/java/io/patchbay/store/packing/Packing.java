package io.patchbay.store.packing;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;

import io.patchbay.store.database.Database;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.packing.MailPacking;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Packs and unpacks the mails of one store, on any thread. */
public final class Packing implements MailPacking, AutoCloseable {

    /** Higher ones take half as long again for two parts in a hundred (docs/adr/0022). */
    static final int LEVEL = 1;

    private static final byte NO_DICTIONARY = 0;

    /** How a mail begins that was packed without one. */
    public static final byte[] WITHOUT_DICTIONARY = {NO_DICTIONARY};

    /** So many mails are worth a look whether a project can be learnt. */
    private static final int MANY = 100;

    private final Dictionaries dictionaries;

    /** What came before this program was started may be enough already. */
    private final AtomicInteger packed = new AtomicInteger(MANY);

    private final Codecs<ZstdCompressCtx> packers = new Codecs<>();
    private final Codecs<ZstdDecompressCtx> unpackers = new Codecs<>();

    public Packing(Database database) {
        dictionaries = new Dictionaries(database);
    }

    @Override
    public void load() {
        Native.load();
    }

    @Override
    public byte[] pack(long project, MailText text, byte @Nullable [] raw) {
        var way = dictionaries.of(project);
        packed.incrementAndGet();
        return packed(way.dictionary(), text, way.keepsMails() ? raw : null);
    }

    /** Whether mails of the project are packed with a dictionary. */
    public boolean isLearnt(long project) {
        return dictionaries.of(project).dictionary() != NO_DICTIONARY;
    }

    /** Whether so many were packed since the last look that there may be enough of some project. */
    public boolean isWorthLearning() {
        return packed.getAndUpdate(count -> count >= MANY ? 0 : count) >= MANY;
    }

    /** There is a new one, and others may be worth it too. */
    public void forgetDictionaries() {
        dictionaries.forget();
        packed.set(MANY);
    }

    /** Packs with this dictionary. */
    byte[] packed(long dictionary, MailText text, byte @Nullable [] raw) {
        var parts = Frame.parts(dictionary, raw, text);
        var packer = packers.take(dictionary);
        if (packer == null) {
            packer = packer(dictionary);
        }
        var head = parts.head();
        var bytes = parts.bytes();
        var target = new byte[Math.toIntExact(head.length + Zstd.compressBound(bytes.length))];
        System.arraycopy(head, 0, target, 0, head.length);
        try {
            int length =
                    packer.compressByteArray(
                            target,
                            head.length,
                            target.length - head.length,
                            bytes,
                            0,
                            bytes.length);
            packers.giveBack(dictionary, packer);
            return Arrays.copyOf(target, head.length + length);
        } catch (ZstdException e) {
            packer.close();
            throw e;
        }
    }

    private ZstdCompressCtx packer(long dictionary) {
        // Lengths and dictionary stand in front of the frame already.
        var packer =
                new ZstdCompressCtx()
                        .setLevel(LEVEL)
                        .setMagicless(true)
                        .setContentSize(false)
                        .setChecksum(false)
                        .setDictID(false);
        return dictionary == NO_DICTIONARY
                ? packer
                : packer.loadDict(dictionaries.content(dictionary));
    }

    MailText text(byte[] packed, Sql sql) {
        var frame = Frame.of(packed);
        return frame.text(parts(frame, packed, sql));
    }

    byte @Nullable [] raw(byte[] packed, Sql sql) {
        var frame = Frame.of(packed);
        return frame.raw() < 0 ? null : frame.raw(parts(frame, packed, sql));
    }

    private byte[] parts(Frame frame, byte[] packed, Sql sql) {
        var unpacker = unpackers.take(frame.dictionary());
        if (unpacker == null) {
            unpacker = unpacker(frame.dictionary(), sql);
        }
        var parts = new byte[frame.length()];
        try {
            int length =
                    unpacker.decompressByteArray(
                            parts,
                            0,
                            parts.length,
                            packed,
                            frame.start(),
                            packed.length - frame.start());
            unpackers.giveBack(frame.dictionary(), unpacker);
            if (length != parts.length) {
                throw Frame.damaged("%d bytes instead of %d".formatted(length, parts.length));
            }
            return parts;
        } catch (ZstdException e) {
            unpacker.close();
            throw Frame.damaged(String.valueOf(e.getMessage()));
        }
    }

    private ZstdDecompressCtx unpacker(long dictionary, Sql sql) {
        var unpacker = new ZstdDecompressCtx().setMagicless(true);
        return dictionary == NO_DICTIONARY
                ? unpacker
                : unpacker.loadDict(dictionaries.content(dictionary, sql));
    }

    /** Frees the memory outside of the heap. */
    @Override
    public void close() {
        packers.close();
        unpackers.close();
    }
}
