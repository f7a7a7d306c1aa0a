package io.patchbay.store.database;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One file in WAL mode: one connection writes, a few read beside it. Other processes may have the
 * file open too.
 */
public final class SqliteDatabase implements Database {

    private static final int LOG_SIZE = 64 << 20;

    private final String url;
    private final Consumer<String> observer;
    private final Turns turns = new Turns();
    private final SqliteConnection writer;
    private final Checkpoints checkpoints;
    private final SQLiteConfig readerConfig;

    // Native calls hold their carrier thread, so more readers than processors only wait elsewhere.
    private final int readers = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final Semaphore reading = new Semaphore(readers, true);
    private final LinkedBlockingDeque<SqliteConnection> idle = new LinkedBlockingDeque<>();
    private volatile boolean closed;

    public SqliteDatabase(
            Path file, Durability durability, Duration patience, Consumer<String> observer) {
        this.url = url(file);
        this.observer = observer;
        var config = writerConfig(durability, patience);
        this.writer = open(config);
        this.checkpoints = new Checkpoints(connection(config), log(file), turns);
        this.readerConfig = config(patience);
        readerConfig.setReadOnly(true);
    }

    public static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    private static File log(Path file) {
        return new File(file.toAbsolutePath() + "-wal");
    }

    private static SQLiteConfig writerConfig(Durability durability, Duration patience) {
        var config = config(patience);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(
                durability == Durability.EVERY_WRITE
                        ? SynchronousMode.FULL
                        : SynchronousMode.NORMAL);
        // An import leaves a long log behind, which is only cut when it is told so.
        config.setJournalSizeLimit(LOG_SIZE);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0");
        return config;
    }

    private static SQLiteConfig config(Duration patience) {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        config.enforceForeignKeys(true);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-16_384);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(1L << 30));
        return config;
    }

    private SqliteConnection open(SQLiteConfig config) {
        return new SqliteConnection(connection(config), observer);
    }

    private Connection connection(SQLiteConfig config) {
        try {
            return DriverManager.getConnection(url, config.toProperties());
        } catch (SQLException e) {
            throw StoreFailure.of("cannot open " + url + ": " + e.getMessage(), e);
        }
    }

    @Override
    public <T> T read(Function<Sql, T> work) {
        reading.acquireUninterruptibly();
        try {
            mustBeOpen();
            var pooled = idle.pollFirst();
            var connection = pooled == null ? open(readerConfig) : pooled;
            try {
                return connection.transaction("begin", work);
            } finally {
                idle.addFirst(connection);
            }
        } finally {
            reading.release();
        }
    }

    @Override
    public <T> T write(Function<Sql, T> work) {
        var result =
                turns.take(() -> {
                    mustBeOpen();
                    checkpoints.makeRoom();
                    return writer.transaction("begin immediate", work);
                });
        checkpoints.written();
        return result;
    }

    private void mustBeOpen() {
        if (closed) {
            throw new StoreFailure("the store is closed: " + url);
        }
    }

    /** Waits until nobody reads or writes; a second time does nothing. */
    @Override
    public void close() {
        // Not within the turn, for which a checkpoint may be waiting.
        checkpoints.close();
        turns.take(() -> {
            if (!closed) {
                closeAll();
            }
            return true;
        });
    }

    private void closeAll() {
        reading.acquireUninterruptibly(readers);
        try {
            closed = true;
            List<SqliteConnection> all = new ArrayList<>();
            idle.drainTo(all);
            all.forEach(SqliteConnection::close);
            writer.close();
        } finally {
            reading.release(readers);
        }
    }
}
