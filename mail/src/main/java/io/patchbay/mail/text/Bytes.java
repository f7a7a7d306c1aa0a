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
        grow(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    /** In UTF-8. */
    public Bytes append(String text) {
        return append(text.getBytes(UTF_8));
    }

    public int length() {
        return length;
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void grow(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * length));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, UTF_8);
    }
}
