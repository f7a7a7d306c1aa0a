package io.patchbay.bench.qmp;

import io.patchbay.bench.measure.SourceTree;
import io.patchbay.bench.measure.Table;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Round trips of {@code query-version} on one session of two QMP servers, in turns so that both
 * have the same machine. Pipelined has a hundred requests under way.
 */
final class QmpBeside {

    private static final String REQUEST = "{\"execute\":\"query-version\",\"id\":1}";
    private static final int PIPELINED = 100;
    private static final int ROUNDS = 3;
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

    private final Map<String, String> programs = new LinkedHashMap<>();
    private final Duration each;

    QmpBeside(String other, Duration each) {
        programs.put("patchbay", SourceTree.file("qmp/bin/qemu-system-x86_64").toString());
        programs.put(Path.of(other).getFileName().toString(), other);
        this.each = each;
    }

    Table measure() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("patchbay-bench");
        var servers = new ArrayList<Process>();
        var sockets = new LinkedHashMap<String, Path>();
        try {
            for (var program : programs.entrySet()) {
                var socket = folder.resolve(sockets.size() + ".sock");
                servers.add(start(program.getValue(), socket));
                sockets.put(program.getKey(), socket);
            }
            return measure(sockets);
        } finally {
            for (var server : servers) {
                server.destroy();
                server.waitFor();
            }
            for (var socket : sockets.values()) {
                Files.deleteIfExists(socket);
            }
            Files.delete(folder);
        }
    }

    private Table measure(Map<String, Path> sockets) throws IOException, InterruptedException {
        var table = new Table("server", "requests under way", "round", "replies/s", "µs/reply");
        for (int atOnce : List.of(1, PIPELINED)) {
            for (int round = 0; round <= ROUNDS; round++) {
                for (var server : sockets.entrySet()) {
                    double perSecond = run(server.getValue(), atOnce);
                    // The first round warms both up.
                    if (round > 0) {
                        table.row(
                                server.getKey(),
                                atOnce,
                                round,
                                Table.number(perSecond),
                                Table.number(1e6 / perSecond));
                    }
                }
            }
        }
        return table;
    }

    private static Process start(String program, Path socket) throws IOException {
        return new ProcessBuilder(
                        program,
                        "-machine",
                        "none",
                        "-display",
                        "none",
                        "-nodefaults",
                        "-qmp",
                        "unix:%s,server=on,wait=off".formatted(socket))
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private double run(Path socket, int atOnce) throws IOException, InterruptedException {
        try (var channel = connect(socket)) {
            var input = ByteBuffer.allocateDirect(1 << 16);
            awaitLines(1, channel, input);
            channel.write(bytes("{'execute':'qmp_capabilities'}"));
            awaitLines(1, channel, input);
            var requests = bytes(REQUEST.repeat(atOnce));
            long start = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - start < each.toNanos()) {
                channel.write(requests.rewind());
                awaitLines(atOnce, channel, input);
                count += atOnce;
            }
            return count * 1e9 / (System.nanoTime() - start);
        }
    }

    private static SocketChannel connect(Path socket) throws IOException, InterruptedException {
        long end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!Files.exists(socket) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    private static ByteBuffer bytes(String text) {
        var encoded = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(encoded.length).put(encoded).flip();
    }

    private static void awaitLines(int count, SocketChannel channel, ByteBuffer input)
            throws IOException {
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
