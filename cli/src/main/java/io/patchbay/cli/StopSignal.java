package io.patchbay.cli;

import io.patchbay.server.Refusal;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Ctrl-C or SIGTERM, on which everything ends in order. */
final class StopSignal {

    private StopSignal() {}

    /** What is to be done at the end. */
    @FunctionalInterface
    interface Ending {
        void end() throws IOException;
    }

    /** Will do this, and end the process with exit code 0, or 1 if it fails. */
    static void willDo(Ending ending) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(ending)));
    }

    /** Never returns. */
    static int await() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }

    private static void end(Ending ending) {
        int code = 0;
        try {
            ending.end();
        } catch (IOException | RuntimeException e) {
            System.err.println("patchbay: not stopped cleanly: " + Refusal.reason(e));
            code = 1;
        }
        // Left to itself the JVM would report the signal as a failure.
        Runtime.getRuntime().halt(code);
    }
}
