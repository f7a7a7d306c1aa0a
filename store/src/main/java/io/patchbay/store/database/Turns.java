package io.patchbay.store.database;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets the writers of this process take turns, first come, first served. */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock(true);

    <T> T take(Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "a write was begun inside a write; use the transaction that is already there");
        }
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
