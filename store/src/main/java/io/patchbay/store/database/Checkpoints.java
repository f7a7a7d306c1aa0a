package io.patchbay.store.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;

/**
 * Carries SQLite's log over into the database on a thread of its own. By itself SQLite does it
 * within the commit that makes the log long, which then waits twice for the disk
 * (docs/adr/0015-checkpoints-beside-the-writer.md).
 */
final class Checkpoints implements AutoCloseable {

    /** So many pages of the log are carried over at once; SQLite's own measure. */
    private static final int DUE = 1_000;

    /**
     * 64 MB. A longer log makes the writers wait until all is carried over; then it starts anew.
     */
    private static final int LONGEST_LOG = 16_384;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Connection connection;
    private final Turns turns;
    private final Semaphore writes = new Semaphore(0);
    private final Thread thread;
    private boolean failing;

    /** Pages in the log, and how many of them are in the database too. */
    private record Progress(int pages, int carriedOver) {
        int waiting() {
            return pages - carriedOver;
        }
    }

    /**
     * @param connection used by nobody else; closed by {@link #close}
     * @param turns those of the writers
     */
    Checkpoints(Connection connection, Turns turns) {
        this.connection = connection;
        this.turns = turns;
        this.thread = Thread.ofPlatform().daemon().name("checkpoints").start(this::run);
    }

    /** To be called after each commit. */
    void written() {
        if (writes.availablePermits() == 0) {
            writes.release();
        }
    }

    private void run() {
        try {
            while (true) {
                writes.acquire();
                writes.drainPermits();
                carryOverIfDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOverIfDue() {
        try {
            if (ask("noop").waiting() >= DUE) {
                carryOver();
            }
            failing = false;
        } catch (SQLException | StoreFailure e) {
            // Nothing is lost: what was committed stays in the log.
            if (!failing) {
                LOG.warn("the log cannot be carried over into the database yet", e);
            }
            failing = true;
        }
    }

    private void carryOver() throws SQLException {
        var progress = ask("passive");
        // A reader of an old snapshot holds back the rest, and waiting for it would help nobody.
        boolean nearlyAll = progress.waiting() < LONGEST_LOG / 2;
        if (progress.pages() > LONGEST_LOG && nearlyAll) {
            turns.take(() -> {
                try {
                    return ask("passive");
                } catch (SQLException e) {
                    throw new StoreFailure(e.getMessage() + " at: a checkpoint", e);
                }
            });
        }
    }

    private Progress ask(String mode) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("pragma wal_checkpoint(" + mode + ")")) {
            return row.next() ? new Progress(row.getInt(2), row.getInt(3)) : new Progress(0, 0);
        }
    }

    /** Waits for a checkpoint that is under way. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreFailure("cannot close the database: " + e.getMessage(), e);
        }
    }
}
