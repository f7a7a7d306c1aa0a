package io.patchbay.tracker.versions;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;

/**
 * Of a set of texts, those with the lowest hashes, at most {@link #MOST}: of two sets, the samples
 * below the same hash are samples of the same texts, and so tell how much the sets share.
 */
public final class Sample {

    static final int MOST = 64;

    public static final Sample NONE = new Sample(new int[0]);

    /** Each once, the lowest first, as numbers without sign. */
    private final int[] hashes;

    private Sample(int[] hashes) {
        this.hashes = hashes;
    }

    /**
     * @param hashes in any order, the first so many of them
     */
    static Sample of(int[] hashes, int many) {
        if (many == 0) {
            return NONE;
        }
        var ordered = new int[many];
        for (int i = 0; i < many; i++) {
            ordered[i] = hashes[i] ^ Integer.MIN_VALUE;
        }
        Arrays.sort(ordered);
        int kept = 0;
        for (int i = 0; i < many && kept < MOST; i++) {
            if (i == 0 || ordered[i] != ordered[i - 1]) {
                ordered[kept++] = ordered[i];
            }
        }
        var lowest = Arrays.copyOf(ordered, kept);
        for (int i = 0; i < kept; i++) {
            lowest[i] ^= Integer.MIN_VALUE;
        }
        return new Sample(lowest);
    }

    static Sample ofTexts(Collection<String> texts) {
        var hashes = texts.stream().mapToInt(text -> (int) TextHash.of(text)).toArray();
        return of(hashes, hashes.length);
    }

    /** What {@link #bytes} gave. */
    public static Sample read(byte[] bytes) {
        if (bytes.length == 0) {
            return NONE;
        }
        var hashes = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
        return new Sample(hashes);
    }

    /** Four bytes a hash, the highest first. */
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
        bytes.asIntBuffer().put(hashes);
        return bytes.array();
    }

    /** Of the texts of all of them. */
    static Sample union(Collection<Sample> samples) {
        if (samples.size() == 1) {
            return samples.iterator().next();
        }
        var all = samples.stream().flatMapToInt(sample -> Arrays.stream(sample.hashes)).toArray();
        return of(all, all.length);
    }

    /** Returns how many they are. */
    int copyTo(int[] values) {
        System.arraycopy(hashes, 0, values, 0, hashes.length);
        return hashes.length;
    }

    public boolean isEmpty() {
        return hashes.length == 0;
    }

    int size() {
        return hashes.length;
    }

    /** What two sets share, as far as both samples tell. */
    Overlap with(Sample other) {
        int end = end(this, other);
        int otherEnd = end(other, this);
        int shared = 0;
        for (int i = 0, j = 0; i < end && j < otherEnd; ) {
            int order = Integer.compareUnsigned(hashes[i], other.hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new Overlap(shared, end, otherEnd);
    }

    /** How many of the first stand below what the second, if it is full, does not tell of. */
    private static int end(Sample of, Sample other) {
        if (other.hashes.length < MOST) {
            return of.hashes.length;
        }
        int last = other.hashes[MOST - 1];
        int end = of.hashes.length;
        while (end > 0 && Integer.compareUnsigned(of.hashes[end - 1], last) > 0) {
            end--;
        }
        return end;
    }

    /**
     * @param shared how many are in both
     * @param ofFirst among how many of the first, and of the second
     */
    record Overlap(int shared, int ofFirst, int ofSecond) {

        /** Of the smaller one, from 0 to 1. */
        double share() {
            int smaller = Math.min(ofFirst, ofSecond);
            return smaller == 0 ? 0 : (double) shared / smaller;
        }

        /** Of what is in either, from 0 to 1. */
        double likeness() {
            int either = ofFirst + ofSecond - shared;
            return either == 0 ? 0 : (double) shared / either;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample sample && Arrays.equals(hashes, sample.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return Arrays.toString(hashes);
    }
}
