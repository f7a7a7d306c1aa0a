package io.patchbay.store.packing;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;

import io.patchbay.store.database.Database;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.packing.MailPacking;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;

/** Packs and unpacks the mails of one store, on any thread. */
public final class Packing implements MailPacking, AutoCloseable {

    private static final long NO_DICTIONARY = 0;
    private static final MailText NOTHING_READ = new MailText("", null, null);

    /** So many mails are worth a look whether a project can be learnt. */
    private static final int MANY = 100;

    private final Dictionaries dictionaries;

    /** What came before this program was started may be enough already. */
    private final AtomicInteger packed = new AtomicInteger(MANY);

    private final Codecs<Packer> packers = new Codecs<>();
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

    /** Packs a mail of which nothing was read yet, whether the project keeps mails or not. */
    public byte[] packWaiting(long project, byte[] raw) {
        return packed(dictionaries.of(project).dictionary(), NOTHING_READ, raw);
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
    private byte[] packed(long dictionary, MailText text, byte @Nullable [] raw) {
        var idle = packers.take(dictionary);
        var packer = idle == null ? packer(dictionary) : idle;
        try {
            var packed = packer.pack(text, raw);
            packers.giveBack(dictionary, packer);
            return packed;
        } catch (RuntimeException e) {
            packer.close();
            throw e;
        }
    }

    private Packer packer(long dictionary) {
        return new Packer(
                dictionary, dictionary == NO_DICTIONARY ? null : dictionaries.content(dictionary));
    }

    MailText text(byte[] packed, Sql sql) {
        var frame = Frame.of(packed);
        return frame.text(parts(frame, packed, sql));
    }

    /** The mail as it came; null if it is not among what was packed. */
    public byte @Nullable [] raw(byte[] packed, Sql sql) {
        var frame = Frame.of(packed);
        return frame.raw() < 0 ? null : frame.raw(parts(frame, packed, sql));
    }

    /** What {@link #packWaiting} packed. */
    public byte[] waiting(byte[] packed, Sql sql) {
        var raw = raw(packed, sql);
        if (raw == null) {
            throw Frame.damaged("a mail that waits is not in it");
        }
        return raw;
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
