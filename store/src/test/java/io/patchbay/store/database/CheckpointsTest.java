package io.patchbay.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

final class CheckpointsTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int LONGEST_LOG = (int) (Checkpoints.LONGEST_LOG / MEGABYTE);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;
    private SqliteDatabase database;

    @BeforeEach
    void anEmptyTable() {
        database =
                new SqliteDatabase(
                        folder.resolve("db"), Durability.CHECKPOINTS, PATIENCE, statement -> {});
        write("create table piece (bytes blob)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theLogIsCarriedOverWithoutAWriterThatDoesIt() throws Exception {
        writeMegabytes(20, 1);

        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (sizeOf("db") < 15 * MEGABYTE && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(sizeOf("db")).isGreaterThanOrEqualTo(15 * MEGABYTE);
    }

    /** With large writes none of which the thread beside them can have done with in time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void theLogStartsAnewHoweverFastItIsWritten(int megabytes) throws Exception {
        long longest = 0;
        for (int written = 0; written < 3 * LONGEST_LOG; written += megabytes) {
            writeMegabytes(1, megabytes);
            longest = Math.max(longest, sizeOf("db-wal"));
        }

        // Of each page the log has a heading too.
        long limit = (long) (1.01 * MEGABYTE * (LONGEST_LOG + megabytes));
        assertThat(longest).isBetween((long) MEGABYTE * megabytes, limit);
    }

    @Test
    void aReaderOfAnOldSnapshotHoldsNobodyUp() throws Exception {
        var reading = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        var counted = new int[2];
        var reader =
                Thread.ofPlatform()
                        .start(() -> {
                            int unused =
                                    database.read(sql -> {
                                        counted[0] = pieces(sql);
                                        reading.countDown();
                                        awaitQuietly(written);
                                        counted[1] = pieces(sql);
                                        return 0;
                                    });
                        });
        reading.await();

        writeMegabytes(2 * LONGEST_LOG, 1);
        written.countDown();
        reader.join();

        assertThat(counted).containsExactly(0, 0);
        assertThat(database.read(CheckpointsTest::pieces)).isEqualTo(2 * LONGEST_LOG);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int pieces(Sql sql) {
        return sql.one("select count(*) from piece", Row::number);
    }

    private void writeMegabytes(int writes, int each) {
        for (int written = 0; written < writes; written++) {
            write("insert into piece values (zeroblob(" + each * MEGABYTE + "))");
        }
    }

    private void write(String statement) {
        int unused = database.write(sql -> sql.update(statement));
    }

    private long sizeOf(String name) throws IOException {
        return Files.size(folder.resolve(name));
    }
}
