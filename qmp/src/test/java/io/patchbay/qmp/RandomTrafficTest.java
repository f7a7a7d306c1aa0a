package io.patchbay.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * Seeded random bytes and random commands, made from the schema, against a live server: neither the
 * session nor the server ends. Ten minutes of each with {@code -Dpatchbay.long=true}.
 */
@Timeout(900)
class RandomTrafficTest {

    private static final Duration HOW_LONG =
            Boolean.getBoolean("patchbay.long") ? Duration.ofMinutes(10) : Duration.ofSeconds(3);

    private static final String LIKELY =
            "{}[]:,\"'\\ \n\t0123456789.eE+-truefalsenull\u00ff\u00c3\u00a9";
    private static final String SYNC = "{'execute':'query-status','id':'sync %d'}";

    private final QmpServer server = new QmpServer(Version.of(1, 0, 0, ""));
    @TempDir private Path folder;
    private Path socket = Path.of("");

    @BeforeEach
    void start() {
        socket = folder.resolve("main.sock");
        server.listen("main", socket);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void randomBytesNeverEndASession() {
        long seed = 1;
        long end = System.nanoTime() + HOW_LONG.toNanos();
        try (var client = RawClient.negotiated(socket)) {
            while (System.nanoTime() < end) {
                client.send(bytes(new Random(seed)));
                client.send(new byte[] {(byte) 0xFF});
                client.send(SYNC.formatted(seed));

                awaitReply(client, seed++);
            }
        }
    }

    @Test
    void randomCommandsNeverEndASession() {
        long end = System.nanoTime() + HOW_LONG.toNanos();
        try (var client = RawClient.negotiated(socket)) {
            var requests = new RandomRequests(client.ask("{'execute':'query-qmp-schema'}"), folder);
            for (long seed = 1; System.nanoTime() < end; seed++) {
                var request = requests.next(new Random(seed));
                client.send(request);
                client.send(SYNC.formatted(seed));

                awaitReply(client, seed);
            }
        }
    }

    /** Whatever else comes in between, the reply to the last request comes. */
    private static void awaitReply(RawClient client, long seed) {
        var expected = "\"id\": \"sync " + seed + "\"}";
        var line = client.line();
        while (!line.endsWith(expected)) {
            line = client.line();
        }
        assertThat(line).startsWith("{\"return\": {\"status\": ");
    }

    private static byte[] bytes(Random random) {
        var bytes = new byte[1 + random.nextInt(300)];
        boolean anything = random.nextInt(4) == 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] =
                    anything
                            ? (byte) random.nextInt(256)
                            : (byte) LIKELY.charAt(random.nextInt(LIKELY.length()));
        }
        return bytes;
    }
}
