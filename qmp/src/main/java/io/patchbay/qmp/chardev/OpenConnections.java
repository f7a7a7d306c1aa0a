package io.patchbay.qmp.chardev;

import java.time.Duration;

/** Counts the connections of a server that still hold a descriptor, lingering ones included. */
final class OpenConnections {

    private int count;

    synchronized void add() {
        count++;
    }

    synchronized void remove() {
        count--;
        notifyAll();
    }

    /** Waits until none is left, at most this long. */
    synchronized boolean awaitNone(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (count > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
