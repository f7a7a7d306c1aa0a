package io.patchbay.bench.measure;

import io.patchbay.intake.IntakeWatcher;

/** Nobody looks at a progress bar, and what is refused is counted. */
public final class Unwatched implements IntakeWatcher {

    @Override
    public void advanced(int mails, long bytesRead) {}

    @Override
    public void refused(String origin, String reason) {}
}
