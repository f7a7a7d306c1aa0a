package io.patchbay.rest.endpoint;

/**
 * How long the answers of an endpoint are. A buffer that begins as long as the last answer was does
 * not grow: by doubling, a list of a hundred patches was copied four times while it was written.
 */
final class UsualLength {

    static final int LEAST = 1 << 10;
    static final int MOST = 1 << 20;

    // Threads may overwrite each other's: any of the last lengths will do.
    private volatile int bytes = 16 << 10;

    /** For an answer a little longer than the last one, within bounds. */
    Buffer buffer() {
        return new Buffer(bytes);
    }

    void was(int length) {
        bytes = Math.clamp(length + length / 8L, LEAST, MOST);
    }
}
