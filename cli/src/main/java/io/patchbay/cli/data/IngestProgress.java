package io.patchbay.cli.data;

import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.Outcomes;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells how far an ingest is, how fast, and how long it will take: a bar on a terminal, a line
 * every few seconds where standard error is something else.
 */
public final class IngestProgress implements IntakeWatcher, AutoCloseable {

    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Consumer<String> teller;
    private final long size;
    private final @Nullable ProgressBar bar;
    private final boolean lines;
    private final LongSupplier clock;
    private final long begun;
    private long lastLine;
    private long mails;
    private int filed = -1;

    /**
     * @param teller takes lines
     * @param size bytes to read, -1 if nobody knows
     * @param lines whether to write lines
     * @param clock nanoseconds
     */
    IngestProgress(
            Consumer<String> teller,
            long size,
            @Nullable ProgressBar bar,
            boolean lines,
            LongSupplier clock) {
        this.teller = teller;
        this.size = size;
        this.bar = bar;
        this.lines = lines;
        this.clock = clock;
        begun = clock.getAsLong();
        lastLine = begun;
    }

    /**
     * @param size bytes to read, -1 if nobody knows
     */
    public static IngestProgress of(long size, Output output, boolean quiet) {
        boolean onTerminal = !quiet && isTerminal();
        return new IngestProgress(
                output::warn,
                size,
                onTerminal ? bar(size) : null,
                !quiet && !onTerminal,
                System::nanoTime);
    }

    /** Of standard error, where all of this goes; the JDK tells of input and output only. */
    private static boolean isTerminal() {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException e) {
            // Not Linux.
            var console = System.console();
            return console != null && console.isTerminal();
        }
    }

    private static ProgressBar bar(long size) {
        return new ProgressBarBuilder()
                .setTaskName("mails")
                .setInitialMax(size)
                .setUnit(" MB", 1 << 20)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void advanced(int more, long bytesRead) {
        mails += more;
        long now = clock.getAsLong();
        if (bar != null) {
            bar.setExtraMessage(" %,d mails, %,d/s".formatted(mails, rate(now)));
            bar.stepTo(bytesRead);
        } else if (lines && now - lastLine >= LINE_NANOS) {
            lastLine = now;
            teller.accept(line(now, bytesRead));
        }
    }

    @Override
    public void became(Outcomes outcomes) {
        filed = outcomes.added();
    }

    private String line(long now, long bytesRead) {
        var line =
                filed < 0
                        ? "%,d mails, %,d/s".formatted(mails, rate(now))
                        : "%,d mails, %,d filed, %,d/s".formatted(mails, filed, rate(now));
        if (size <= 0 || bytesRead <= 0) {
            return line;
        }
        long left = Math.max(0, (long) ((double) (now - begun) / bytesRead * (size - bytesRead)));
        var time = Duration.ofNanos(left);
        return "%s, %d %%, %d:%02d:%02d left"
                .formatted(
                        line,
                        Math.min(100, 100 * bytesRead / size),
                        time.toHours(),
                        time.toMinutesPart(),
                        time.toSecondsPart());
    }

    private long rate(long now) {
        return (long) (mails * 1e9 / Math.max(1, now - begun));
    }

    @Override
    public void refused(String origin, String reason) {
        teller.accept(origin + ": " + reason);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
