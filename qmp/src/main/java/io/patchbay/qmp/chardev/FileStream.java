package io.patchbay.qmp.chardev;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.ThreadFactory;

/** Files, pipes or the standard streams: output to one, input, if any, from another. */
final class FileStream implements ByteStream {

    // Reading a file or a pipe would hold on to the carrier of a virtual thread.
    private static final ThreadFactory PLATFORM =
            Thread.ofPlatform().daemon().name("qmp-file").factory();

    private final @Nullable FileChannel input;
    private final FileChannel output;

    FileStream(@Nullable FileChannel input, FileChannel output) {
        this.input = input;
        this.output = output;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return input == null ? -1 : input.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            output.write(from);
        }
    }

    @Override
    public void endOutput() {
        // A file has no reader that waits for its end.
    }

    @Override
    public boolean hasInput() {
        return input != null;
    }

    @Override
    public boolean holdsCarriers() {
        return true;
    }

    @Override
    public ThreadFactory threads() {
        return PLATFORM;
    }

    @Override
    public void close() throws IOException {
        try (output) {
            if (input != null) {
                input.close();
            }
        }
    }
}
