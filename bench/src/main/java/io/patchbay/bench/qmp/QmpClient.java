package io.patchbay.bench.qmp;

import io.patchbay.bench.pages.Load;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A session on a monitor that says the same command again and again and skips the replies. */
final class QmpClient implements Load.Client {

    private final SocketChannel channel;
    private final byte[] command;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).limit(0);

    /** Connects, reads the greeting and negotiates. */
    QmpClient(Path socket, String command) throws IOException {
        this.channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        this.command = request(command);
        skipLine();
        ask(request("qmp_capabilities"));
    }

    private static byte[] request(String command) {
        return "{\"execute\": \"%s\"}\n".formatted(command).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public long ask() throws IOException {
        return ask(command);
    }

    private int ask(byte[] request) throws IOException {
        for (var out = ByteBuffer.wrap(request); out.hasRemaining(); ) {
            channel.write(out);
        }
        return skipLine();
    }

    /** Returns its length. */
    private int skipLine() throws IOException {
        for (int length = 1; ; length++) {
            if (!buffer.hasRemaining()) {
                int read = channel.read(buffer.clear());
                if (read < 0) {
                    throw new EOFException("the monitor hung up");
                }
                buffer.flip();
            }
            if (buffer.get() == '\n') {
                return length;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
