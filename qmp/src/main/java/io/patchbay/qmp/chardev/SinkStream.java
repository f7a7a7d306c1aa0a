package io.patchbay.qmp.chardev;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Output that ends inside the server: nowhere, or in a ring buffer. */
record SinkStream(Consumer<ByteBuffer> sink) implements ByteStream {

    @Override
    public int read(ByteBuffer into) {
        return -1;
    }

    @Override
    public void write(ByteBuffer from) {
        sink.accept(from);
    }

    @Override
    public void endOutput() {
        // Nobody waits for an end here.
    }

    @Override
    public boolean hasInput() {
        return false;
    }

    @Override
    public boolean takesAtOnce() {
        return true;
    }

    @Override
    public ThreadFactory threads() {
        return Thread.ofVirtual().name("qmp-sink").factory();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
