package io.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
final class ClosingTest extends StoreContract {

    @Test
    void closingTwiceDoesNothingTheSecondTime() {
        store.close();
        store.close();

        assertThatThrownBy(() -> read(reading -> reading.projects().all()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> write(writing -> writing.projects().all()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void closingWaitsForThoseWhoWrite() throws InterruptedException {
        var writing = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var written =
                CompletableFuture.supplyAsync(() ->
                        write(work -> {
                            writing.countDown();
                            await(mayEnd);
                            return work.projects().all().size();
                        }));
        writing.await();

        var closed = CompletableFuture.runAsync(store::close);
        mayEnd.countDown();
        closed.join();

        assertThat(written).isCompletedWithValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
