package io.patchbay.store;

import java.time.Instant;

/** Moments as they are stored: microseconds since 1970 in UTC. */
final class Moment {

    private static final long MICROS = 1_000_000;

    private Moment() {}

    static long stored(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    }

    static Instant of(long stored) {
        return Instant.ofEpochSecond(
                Math.floorDiv(stored, MICROS), Math.floorMod(stored, MICROS) * 1_000);
    }
}
