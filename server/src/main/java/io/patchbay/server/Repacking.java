package io.patchbay.server;

import io.patchbay.tracker.packing.MailUpkeep;

import java.time.Duration;

/**
 * Packs what was packed otherwise, a little at a time: a large folder of an earlier program takes
 * hours, and nobody notices.
 */
record Repacking(MailUpkeep upkeep) {

    static final Duration PAUSE = Duration.ofSeconds(5);

    /** Some milliseconds each. */
    private static final int STEPS = 20;

    void goOn() {
        var unused = upkeep.learn();
        for (int step = 0; step < STEPS && upkeep.repack(); step++) {
            // The next one.
        }
    }
}
