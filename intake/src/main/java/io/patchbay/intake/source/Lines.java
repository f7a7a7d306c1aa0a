package io.patchbay.intake.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a stream, one at a time in a buffer that is used again and again. A line longer than
 * the buffer comes in pieces, of which only the first {@link #startsLine starts a line}.
 */
final class Lines implements Closeable {

    private static final int BUFFER = 1 << 18;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = LOWEST_BITS << 7;
    private static final long LINE_FEEDS = '\n' * LOWEST_BITS;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private int filled;
    private boolean startsLine;
    private boolean endsLine = true;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line or piece; false at the end of the stream. */
    boolean advance() throws IOException {
        startsLine = endsLine;
        start = end;
        int scanned = start;
        while (true) {
            int feed = lineFeed(scanned);
            if (feed < filled) {
                end = feed + 1;
                endsLine = true;
                return true;
            }
            scanned = filled - start;
            if (!fill()) {
                end = filled;
                endsLine = false;
                return end > start;
            }
        }
    }

    /** Where the first one from there on is, or {@link #filled}. Eight bytes are asked at once. */
    private int lineFeed(int from) {
        int at = from;
        for (; at <= filled - Long.BYTES; at += Long.BYTES) {
            // A byte that is a line feed becomes zero, and only a zero borrows (Hacker's Delight
            // 6-1).
            long eight = (long) LONGS.get(buffer, at) ^ LINE_FEEDS;
            long zeros = (eight - LOWEST_BITS) & ~eight & HIGHEST_BITS;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        while (at < filled && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Reads more behind the bytes from {@link #start} on; false if there is no more or no room. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            return false;
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read > 0) {
            filled += read;
        }
        return read > 0;
    }

    boolean startsLine() {
        return startsLine;
    }

    boolean startsWith(byte[] prefix) {
        return startsWith(prefix, 0);
    }

    /** Whether the line holds {@code prefix} behind its first {@code skipped} bytes. */
    boolean startsWith(byte[] prefix, int skipped) {
        int from = start + skipped;
        return end - from >= prefix.length
                && Arrays.equals(buffer, from, from + prefix.length, prefix, 0, prefix.length);
    }

    byte at(int index) {
        return buffer[start + index];
    }

    int length() {
        return end - start;
    }

    /** Copies the line without its first {@code skipped} bytes. */
    void copyTo(GrowingBytes target, int skipped) {
        target.add(buffer, start + skipped, end);
    }

    byte[] copy() {
        return Arrays.copyOfRange(buffer, start, end);
    }

    /** A character for each byte. */
    String text() {
        return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
