package io.patchbay.qmp.chardev;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ThreadFactory;

/** A connected socket. */
record SocketStream(SocketChannel channel) implements ByteStream {

    private static final ThreadFactory VIRTUAL = Thread.ofVirtual().name("qmp-socket").factory();

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            channel.write(from);
        }
    }

    @Override
    public void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean hasInput() {
        return true;
    }

    @Override
    public ThreadFactory threads() {
        return VIRTUAL;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
