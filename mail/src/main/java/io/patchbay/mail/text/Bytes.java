package io.patchbay.mail.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes that are put one behind another, for one thread. */
public final class Bytes {

    private byte[] bytes;
    private int length;

    /**
     * @param size how many are to be expected; there may be more
     */
    public Bytes(int size) {
        bytes = new byte[size];
    }

    public Bytes append(byte value) {
        grow(1);
        bytes[length++] = value;
        return this;
    }

    public Bytes append(byte[] more) {
        return append(more, 0, more.length);
    }

    /** Those from {@code start} to {@code end}. */
    public Bytes append(byte[] more, int start, int end) {
        grow(end - start);
        System.arraycopy(more, start, bytes, length, end - start);
        length += end - start;
        return this;
    }

    /** In UTF-8. */
    public Bytes append(String text) {
        return append(text.getBytes(UTF_8));
    }

    /** All of them; nothing may be appended any more. */
    public byte[] toArray() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void grow(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * length));
        }
    }
}
