package io.patchbay.bench.measure;

import java.time.Duration;
import java.util.function.Supplier;

/** How much processor time some processes have used; several threads add up. */
public final class CpuClock {

    private final Supplier<Duration> used;

    private CpuClock(Supplier<Duration> used) {
        this.used = used;
    }

    /** This process. */
    public static CpuClock own() {
        return of(ProcessHandle.current());
    }

    /** One process. The system counts in steps of some 10 ms. */
    static CpuClock of(ProcessHandle process) {
        return new CpuClock(() -> usedBy(process));
    }

    /** A process and those it has started; what they did before they ended is forgotten. */
    static CpuClock ofFamily(ProcessHandle parent) {
        return new CpuClock(() ->
                parent.descendants().map(CpuClock::usedBy).reduce(usedBy(parent), Duration::plus));
    }

    CpuClock plus(CpuClock other) {
        return new CpuClock(() -> used().plus(other.used()));
    }

    public Duration used() {
        return used.get();
    }

    private static Duration usedBy(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
