package io.patchbay.store.packing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.store.database.StoreFailure;
import io.patchbay.tracker.model.MailText;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A packed mail: the dictionary that it was packed with and the lengths of its parts, then the
 * parts in one zstd frame (RFC 8878) without its magic number. The mail as it came goes first, and
 * most of what was read from it is a repetition to the packer.
 *
 * @param dictionary its id; 0 for none
 * @param raw length of the mail as it came; -1 if it is not kept
 * @param content length, like the others in bytes of UTF-8; -1 for null
 * @param start where the frame begins
 */
record Frame(long dictionary, int raw, int headers, int content, int diff, int start) {

    private static final int LONGEST_HEAD = 32;

    /** The parts one after another, as they are packed. */
    record Parts(byte[] bytes, byte[] head) {}

    static Parts parts(long dictionary, byte @Nullable [] raw, MailText text) {
        var headers = text.headers().getBytes(UTF_8);
        var content = utf8(text.content());
        var diff = utf8(text.diff());
        var head = new ByteArrayOutputStream(LONGEST_HEAD);
        put(head, dictionary);
        put(head, raw == null ? 0 : raw.length + 1L);
        put(head, headers.length);
        put(head, content == null ? 0 : content.length + 1L);
        put(head, diff == null ? 0 : diff.length + 1L);
        var bytes =
                ByteBuffer.allocate(
                        Math.toIntExact(
                                length(raw) + headers.length + length(content) + length(diff)));
        put(bytes, raw);
        put(bytes, headers);
        put(bytes, content);
        put(bytes, diff);
        return new Parts(bytes.array(), head.toByteArray());
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static void put(ByteBuffer target, byte @Nullable [] bytes) {
        if (bytes != null) {
            target.put(bytes);
        }
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    private static void put(ByteArrayOutputStream target, long number) {
        long rest = number;
        while (rest > 0x7F) {
            target.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        target.write((int) rest);
    }

    /** Reads what stands before the frame. */
    static Frame of(byte[] packed) {
        try {
            var head = ByteBuffer.wrap(packed);
            return new Frame(
                    number(head),
                    (int) number(head) - 1,
                    (int) number(head),
                    (int) number(head) - 1,
                    (int) number(head) - 1,
                    head.position());
        } catch (BufferUnderflowException e) {
            throw damaged("its head is cut");
        }
    }

    private static long number(ByteBuffer source) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = source.get();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    static StoreFailure damaged(String what) {
        return new StoreFailure("a kept mail is damaged in the store: " + what);
    }

    /** Of all parts together. */
    int length() {
        return Math.max(raw, 0) + headers + Math.max(content, 0) + Math.max(diff, 0);
    }

    byte @Nullable [] raw(byte[] parts) {
        return raw < 0 ? null : Arrays.copyOf(parts, raw);
    }

    MailText text(byte[] parts) {
        int at = Math.max(raw, 0);
        int afterHeaders = at + headers;
        int afterContent = afterHeaders + Math.max(content, 0);
        return new MailText(
                new String(parts, at, headers, UTF_8),
                content < 0 ? null : new String(parts, afterHeaders, content, UTF_8),
                diff < 0 ? null : new String(parts, afterContent, diff, UTF_8));
    }
}
