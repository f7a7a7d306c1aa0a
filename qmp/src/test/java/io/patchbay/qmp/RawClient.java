package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A client on a real socket. Reading blocks; the time limit of the test ends a wait in vain. */
public final class RawClient implements AutoCloseable {

    private final SocketChannel channel;
    private final ByteBuffer input = ByteBuffer.allocate(64 * 1024).flip();

    private RawClient(SocketChannel channel) {
        this.channel = channel;
    }

    public static RawClient connect(Path socket) {
        return connect(UnixDomainSocketAddress.of(socket));
    }

    public static RawClient connect(SocketAddress address) {
        try {
            return new RawClient(SocketChannel.open(address));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A client that has read its greeting and entered command mode. */
    public static RawClient negotiated(Path socket) {
        var client = connect(socket);
        assertThat(client.line()).startsWith("{\"QMP\": ");
        assertThat(client.ask("{'execute':'qmp_capabilities'}")).isEqualTo("{\"return\": {}}");
        return client;
    }

    /** Sends the text as it is, without a line end, as the well-known Python client does. */
    public RawClient send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawClient send(byte[] bytes) {
        try {
            var output = ByteBuffer.wrap(bytes);
            while (output.hasRemaining()) {
                channel.write(output);
            }
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String ask(String request) {
        return send(request).line();
    }

    /** The next line, without its CR LF. */
    public String line() {
        var line = lineOrEnd();
        assertThat(line).as("a line, not the end of the stream").isNotNull();
        return String.valueOf(line);
    }

    /** The next line, or null at the end of the stream. */
    public @Nullable String lineOrEnd() {
        var line = new ByteArrayOutputStream();
        while (true) {
            if (!input.hasRemaining() && !readMore()) {
                assertThat(line.size()).as("bytes of an unfinished line").isZero();
                return null;
            }
            byte next = input.get();
            line.write(next);
            if (next == '\n') {
                var text = line.toString(StandardCharsets.US_ASCII);
                assertThat(text).endsWith("\r\n");
                return text.substring(0, text.length() - 2);
            }
        }
    }

    public void expectEnd() {
        assertThat(lineOrEnd()).isNull();
    }

    /** Lets the server see the end of our requests while we still read. */
    public RawClient finishSending() {
        try {
            channel.shutdownOutput();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** For a test that reads many clients at once; this client reads no more then. */
    SocketChannel channel() {
        return channel;
    }

    private boolean readMore() {
        try {
            input.clear();
            int count = channel.read(input);
            input.flip();
            return count >= 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
