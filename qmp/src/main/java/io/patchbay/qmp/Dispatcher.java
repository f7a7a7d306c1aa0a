package io.patchbay.qmp;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one in-band command run at a time, whichever session it came from. Each session has at most
 * one command waiting here and the lock is fair, so sessions take turns. Monitors and chardevs are
 * changed only in a turn.
 */
final class Dispatcher {

    private final ReentrantLock turn = new ReentrantLock(true);

    <T extends @Nullable Object> T inTurn(Supplier<T> deed) {
        turn.lock();
        try {
            return deed.get();
        } finally {
            turn.unlock();
        }
    }

    /** Does the deed in a turn, or without one if a command holds its turn for too long. */
    void inTurnOrAfter(Duration patience, Runnable deed) throws InterruptedException {
        boolean mine = turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        try {
            deed.run();
        } finally {
            if (mine) {
                turn.unlock();
            }
        }
    }
}
