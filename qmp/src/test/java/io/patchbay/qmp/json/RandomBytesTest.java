package io.patchbay.qmp.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

/** Seeded random bytes; ten minutes of them with {@code -Dpatchbay.long=true}. */
@Timeout(900)
class RandomBytesTest {

    private static final Duration HOW_LONG =
            Boolean.getBoolean("patchbay.long") ? Duration.ofMinutes(10) : Duration.ofSeconds(2);

    private static final String LIKELY =
            "{}[]:,\"'\\ \n\t0123456789.eE+-truefalsenull\u00ff\u00c3\u00a9";

    @Test
    void howBytesAreSplitMakesNoDifference() {
        long seed = 20260407;
        long end = System.nanoTime() + HOW_LONG.toNanos();
        while (System.nanoTime() < end) {
            var bytes = random(new Random(seed), 200);

            assertThat(Bytes.readByteByByte(bytes))
                    .as("seed %d", seed)
                    .isEqualTo(Bytes.readAtOnce(bytes));
            seed++;
        }
    }

    @Test
    void ffResynchronisesAfterAnything() {
        long seed = 20260408;
        long end = System.nanoTime() + HOW_LONG.toNanos();
        var reader = new MessageReader(Limits.QEMU);
        while (System.nanoTime() < end) {
            var garbage = random(new Random(seed), 100);
            var seen = new ArrayList<String>();
            Bytes.readInto(seen, reader, ByteBuffer.wrap(garbage));
            seen.clear();

            Bytes.readInto(seen, reader, ByteBuffer.wrap(Bytes.of("\u00ff")));
            Bytes.readInto(seen, reader, ByteBuffer.wrap(Bytes.of("{\"sync\": 1}")));

            assertThat(seen).as("seed %d", seed).last().isEqualTo("{\"sync\": 1}");
            assertThat(seen).as("seed %d", seed).hasSizeBetween(2, 3);
            seed++;
        }
    }

    private static byte[] random(Random random, int most) {
        var bytes = new byte[1 + random.nextInt(most)];
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
