package io.patchbay.intake.source;

import java.util.Arrays;

/** Bytes that are put behind each other by one thread, so that no line costs a lock. */
final class GrowingBytes {

    private byte[] bytes = new byte[1 << 14];
    private int length;

    void clear() {
        length = 0;
    }

    void add(byte one) {
        reserve(1);
        bytes[length++] = one;
    }

    void add(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
