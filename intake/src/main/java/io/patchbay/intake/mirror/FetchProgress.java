package io.patchbay.intake.mirror;

import org.eclipse.jgit.lib.ProgressMonitor;

import java.time.Duration;
import java.util.function.Consumer;

/** Says every few seconds how far a fetch is, and ends it if its thread is to end. */
final class FetchProgress implements ProgressMonitor {

    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final String what;
    private final Consumer<String> told;
    private long last = System.nanoTime();
    private String task = "";
    private int total;
    private int done;

    FetchProgress(String what, Consumer<String> told) {
        this.what = what;
        this.told = told;
    }

    @Override
    public void start(int totalTasks) {}

    @Override
    public void beginTask(String title, int totalWork) {
        task = title;
        total = totalWork;
        done = 0;
    }

    @Override
    public void update(int completed) {
        done += completed;
        long now = System.nanoTime();
        if (now - last >= LINE_NANOS) {
            last = now;
            told.accept(
                    total > 0
                            ? "%s: %s, %d %%".formatted(what, task, 100L * done / total)
                            : "%s: %s, %,d".formatted(what, task, done));
        }
    }

    @Override
    public void endTask() {}

    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void showDuration(boolean enabled) {}
}
