package io.patchbay.qmp.chardev;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadFactory;

/** Bytes to and from one client; calls block. Closing wakes whoever reads or writes. */
interface ByteStream extends Closeable {

    /** Reads at least one byte; -1 when no more will come. */
    int read(ByteBuffer into) throws IOException;

    /** Writes all bytes. */
    void write(ByteBuffer from) throws IOException;

    /** Lets the client see the end of our output while we still read. */
    void endOutput() throws IOException;

    /** Whether anything can ever be read. */
    boolean hasInput();

    /** Whether a virtual thread that waits here holds up the platform thread below it, too. */
    default boolean holdsCarriers() {
        return false;
    }

    /** Whether writing never waits for anybody, so that what is sent has arrived at once. */
    default boolean takesAtOnce() {
        return false;
    }

    /** Makes the threads that may block here. */
    ThreadFactory threads();
}
