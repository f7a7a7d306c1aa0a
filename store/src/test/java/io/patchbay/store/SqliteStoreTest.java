package io.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;

final class SqliteStoreTest {

    @TempDir Path folder;

    @Test
    void opens() {
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            try (var store =
                    SqlStore.sqlite(
                            folder.resolve("x.db"),
                            Durability.EVERY_WRITE,
                            InstantSource.system())) {
                assertThat(store.<Integer>write(w -> 1)).isEqualTo(1);
            }
            System.err.println("opened in us " + (System.nanoTime() - start) / 1000);
        }
    }
}
