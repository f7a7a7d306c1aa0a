package io.patchbay.store.packing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.store.database.StoreFailure;
import io.patchbay.tracker.model.MailText;

import org.jspecify.annotations.Nullable;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A packed mail: a byte that tells what it is, the dictionary that it was packed with and the
 * lengths of its parts, then the parts in one zstd frame (RFC 8878) without its magic number. The
 * mail as it came goes first, and most of what was read from it is a repetition to the packer.
 *
 * @param dictionary its id; 0 for none
 * @param raw length of the mail as it came; -1 if it is not kept
 * @param content length, like the others in bytes of UTF-8; -1 for null
 * @param start where the frame begins
 */
record Frame(long dictionary, int raw, int headers, int content, int diff, int start) {

    /** In the first byte, which the database can compare: packed with a dictionary. */
    static final int LEARNT = 1;

    /** Likewise: the mail as it came is among the parts. */
    static final int AS_IT_CAME = 2;

    /** In bytes. */
    static final int LONGEST_HEAD = 32;

    /**
     * What is packed of a mail, texts in UTF-8.
     *
     * @param raw the mail as it came; null if it is not kept
     */
    record Parts(
            byte @Nullable [] raw,
            byte[] headers,
            byte @Nullable [] content,
            byte @Nullable [] diff,
            int length) {

        static Parts of(MailText text, byte @Nullable [] raw) {
            var headers = text.headers().getBytes(UTF_8);
            var content = utf8(text.content());
            var diff = utf8(text.diff());
            long length =
                    lengthOf(raw) + (long) headers.length + lengthOf(content) + lengthOf(diff);
            return new Parts(raw, headers, content, diff, Math.toIntExact(length));
        }

        private static byte @Nullable [] utf8(@Nullable String text) {
            return text == null ? null : text.getBytes(UTF_8);
        }

        private static int lengthOf(byte @Nullable [] part) {
            return part == null ? 0 : part.length;
        }

        /** One after another, as they are packed. */
        void copyTo(byte[] target) {
            int at = copy(raw, target, 0);
            at = copy(headers, target, at);
            at = copy(content, target, at);
            var unused = copy(diff, target, at);
        }

        private static int copy(byte @Nullable [] part, byte[] target, int at) {
            if (part == null) {
                return at;
            }
            System.arraycopy(part, 0, target, at, part.length);
            return at + part.length;
        }

        /** Writes what stands before the frame; returns its length. */
        int head(long dictionary, byte[] target) {
            var head = ByteBuffer.wrap(target);
            head.put((byte) ((dictionary == 0 ? 0 : LEARNT) | (raw == null ? 0 : AS_IT_CAME)));
            put(head, dictionary);
            put(head, raw == null ? 0 : raw.length + 1L);
            put(head, headers.length);
            put(head, content == null ? 0 : content.length + 1L);
            put(head, diff == null ? 0 : diff.length + 1L);
            return head.position();
        }

        /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
        private static void put(ByteBuffer target, long number) {
            long rest = number;
            while (rest > 0x7F) {
                target.put((byte) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            target.put((byte) rest);
        }
    }

    /** Reads what stands before the frame. */
    static Frame of(byte[] packed) {
        try {
            var head = ByteBuffer.wrap(packed);
            head.get();
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
