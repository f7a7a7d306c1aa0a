package io.patchbay.store.database;

import java.time.Instant;

/** Moments as they are stored: microseconds since 1970 in UTC. */
public final class Moment {

    private static final long MICROS = 1_000_000;

    private Moment() {}

    public static long stored(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    }

    public static Instant of(long stored) {
        return Instant.ofEpochSecond(
                Math.floorDiv(stored, MICROS), Math.floorMod(stored, MICROS) * 1_000);
    }
}
