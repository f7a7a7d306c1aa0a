package io.patchbay.qmp;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures round trips of {@code query-version} on one session of any QMP server: {@code RoundTrips
 * SOCKET [SECONDS]}. Sequential waits for each reply, pipelined has a hundred requests under way;
 * both without and with out-of-band commands enabled.
 */
final class RoundTrips {

    private static final String REQUEST = "{\"execute\":\"query-version\",\"id\":1}";
    private static final int PIPELINED = 100;

    private final SocketChannel channel;
    private final ByteBuffer input = ByteBuffer.allocateDirect(1 << 16);

    private RoundTrips(SocketChannel channel) {
        this.channel = channel;
    }

    public static void main(String[] arguments) throws IOException {
        var socket = Path.of(arguments[0]);
        var each = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 5);
        for (var enable : new String[] {"[]", "['oob']"}) {
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                var session = new RoundTrips(channel);
                session.awaitLines(1);
                session.ask("{'execute':'qmp_capabilities','arguments':{'enable':" + enable + "}}");
                session.measure("warm-up", 1, each);
                session.measure("sequential, enable " + enable, 1, each);
                session.measure("pipelined, enable " + enable, PIPELINED, each);
            }
        }
    }

    private void measure(String name, int atOnce, Duration time) throws IOException {
        var requests =
                ByteBuffer.allocateDirect(REQUEST.length() * atOnce)
                        .put(REQUEST.repeat(atOnce).getBytes(StandardCharsets.US_ASCII));
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long count = 0;
        while (System.nanoTime() < end) {
            requests.flip();
            channel.write(requests);
            awaitLines(atOnce);
            count += atOnce;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-30s %9.0f per second, %6.1f µs each%n",
                name, count / seconds, seconds * 1e6 / count);
    }

    private void ask(String request) throws IOException {
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        awaitLines(1);
    }

    private void awaitLines(int count) throws IOException {
        int missing = count;
        while (missing > 0) {
            if (channel.read(input.clear()) < 0) {
                throw new IOException("the server hung up");
            }
            for (int at = 0; at < input.position(); at++) {
                if (input.get(at) == '\n') {
                    missing--;
                }
            }
        }
    }
}
