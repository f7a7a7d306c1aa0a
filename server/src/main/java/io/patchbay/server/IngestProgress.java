package io.patchbay.server;

import io.patchbay.intake.IntakeWatcher;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

/** Shows a person at a terminal how far an ingest is; nothing where nobody looks. */
final class IngestProgress implements IntakeWatcher, AutoCloseable {

    private final Output output;
    private final @Nullable ProgressBar bar;
    private long mails;

    private IngestProgress(Output output, @Nullable ProgressBar bar) {
        this.output = output;
        this.bar = bar;
    }

    /**
     * @param size bytes to read, -1 if nobody knows
     */
    static IngestProgress of(long size, Output output) {
        var console = System.console();
        if (console == null || !console.isTerminal() || size < 0) {
            return new IngestProgress(output, null);
        }
        return new IngestProgress(
                output,
                new ProgressBarBuilder()
                        .setTaskName("mails")
                        .setInitialMax(size)
                        .setUnit(" MB", 1 << 20)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .hideEta()
                        .build());
    }

    @Override
    public void advanced(int more, long bytesRead) {
        mails += more;
        if (bar != null) {
            bar.setExtraMessage(" " + mails + " mails");
            bar.stepTo(bytesRead);
        }
    }

    @Override
    public void refused(String origin, String reason) {
        output.warn(origin + ": " + reason);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
