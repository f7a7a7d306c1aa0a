package io.patchbay.qmp.chardev;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.ThreadFactory;

/** A stream whose output is also kept in a file, the {@code logfile} of its chardev. */
record LoggedStream(ByteStream stream, FileChannel log) implements ByteStream {

    @Override
    public int read(ByteBuffer into) throws IOException {
        return stream.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        var copy = from.duplicate();
        while (copy.hasRemaining()) {
            log.write(copy);
        }
        stream.write(from);
    }

    @Override
    public void endOutput() throws IOException {
        stream.endOutput();
    }

    @Override
    public boolean hasInput() {
        return stream.hasInput();
    }

    @Override
    public boolean holdsCarriers() {
        return stream.holdsCarriers();
    }

    @Override
    public boolean takesAtOnce() {
        return stream.takesAtOnce();
    }

    @Override
    public ThreadFactory threads() {
        return stream.threads();
    }

    @Override
    public void close() throws IOException {
        try (log) {
            stream.close();
        }
    }
}
