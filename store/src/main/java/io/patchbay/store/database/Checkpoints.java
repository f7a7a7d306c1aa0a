package io.patchbay.store.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
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
     * 64 MB. Of a longer log this thread takes a turn to carry over the rest; then it starts anew.
     */
    private static final int LONG_LOG = 16_384;

    /** 96 MB. Writers do not make a longer log longer: whoever comes next carries it over first. */
    static final long LONGEST_LOG = 96L << 20;

    /** 32 MB more in vain, and it is tried again. */
    private static final long NEXT_TRY = LONGEST_LOG / 3;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Connection connection;
    private final File log;
    private final Turns turns;
    private final Semaphore writes = new Semaphore(0);
    private final Thread thread;
    private boolean failing;
    private boolean closed;

    /** In bytes; only whoever has the turn looks at it. */
    private long limit = LONGEST_LOG;

    /** Pages in the log, and how many of them are in the database too. */
    private record Progress(int pages, int carriedOver) {

        int waiting() {
            return pages - carriedOver;
        }
    }

    private static final Progress NOTHING = new Progress(0, 0);

    /**
     * @param connection used by nobody else; closed by {@link #close}
     * @param log the file that SQLite writes its log to
     * @param turns those of the writers
     */
    Checkpoints(Connection connection, File log, Turns turns) {
        this.connection = connection;
        this.log = log;
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
            told(null);
        } catch (SQLException | StoreFailure e) {
            told(e);
        }
    }

    private void carryOver() throws SQLException {
        var progress = ask("passive");
        // A reader of an old snapshot holds back the rest, and waiting for it would help nobody.
        boolean nearlyAll = progress.waiting() < LONG_LOG / 2;
        if (progress.pages() > LONG_LOG && nearlyAll) {
            turns.take(() -> {
                try {
                    return ask("passive");
                } catch (SQLException e) {
                    throw new StoreFailure(e.getMessage() + " at: a checkpoint", e);
                }
            });
        }
    }

    /**
     * To be called before each write, in its turn. The thread above may be slower than those who
     * write, or get no processor; so whoever finds the log too long waits until all of it is in the
     * database, and what is written then starts it anew. What a reader holds back stays in it.
     */
    void makeRoom() {
        long size = log.length();
        if (size < limit) {
            return;
        }
        limit = size + NEXT_TRY;
        try {
            if (ask("passive").waiting() == 0) {
                limit = LONGEST_LOG;
            }
            told(null);
        } catch (SQLException e) {
            told(e);
        }
    }

    private synchronized void told(@Nullable Exception failure) {
        if (failure != null && !failing) {
            // Nothing is lost: what was committed stays in the log.
            LOG.warn("the log cannot be carried over into the database yet", failure);
        }
        failing = failure != null;
    }

    private synchronized Progress ask(String mode) throws SQLException {
        if (closed) {
            return NOTHING;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("pragma wal_checkpoint(" + mode + ")")) {
            return row.next() ? new Progress(row.getInt(2), row.getInt(3)) : NOTHING;
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
        closeConnection();
    }

    private synchronized void closeConnection() {
        closed = true;
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreFailure("cannot close the database: " + e.getMessage(), e);
        }
    }
}
