package io.patchbay.bench.measure;

import java.util.Arrays;

/** How long each of many requests took, in nanoseconds. Not for several threads at once. */
public final class Latencies {

    private long[] nanos = new long[1 << 12];
    private int count;
    private boolean sorted;

    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
        sorted = false;
    }

    public void addAll(Latencies others) {
        for (int at = 0; at < others.count; at++) {
            add(others.nanos[at]);
        }
    }

    public int count() {
        return count;
    }

    /** The time within which this share of the requests was answered, by nearest rank. */
    public double millis(double share) {
        if (count == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(share * count);
        return nanos[Math.max(rank, 1) - 1] / 1e6;
    }
}
