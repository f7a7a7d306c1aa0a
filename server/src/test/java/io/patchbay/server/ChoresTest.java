package io.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
class ChoresTest {

    @Test
    void aChoreThatFailsIsDoneAgainAndDoesNotStopOthers() throws InterruptedException {
        var attempts = new CountDownLatch(3);
        var others = new CountDownLatch(3);
        try (var chores = new Chores()) {
            chores.add(
                    "failing",
                    Duration.ofMillis(1),
                    () -> {
                        attempts.countDown();
                        throw new IllegalStateException("as it always does");
                    });
            chores.add("working", Duration.ofMillis(1), others::countDown);

            attempts.await();
            others.await();
        }
    }

    @Test
    void closingLetsTheLastOneEndAndBeginsNoOther() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var done = new AtomicInteger();
        var chores = new Chores();
        chores.add(
                "slow",
                Duration.ofDays(1),
                () -> {
                    begun.countDown();
                    await(mayEnd);
                    done.incrementAndGet();
                });
        begun.await();

        var closing = Thread.ofVirtual().start(chores::close);
        mayEnd.countDown();
        closing.join();

        assertThat(done).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
