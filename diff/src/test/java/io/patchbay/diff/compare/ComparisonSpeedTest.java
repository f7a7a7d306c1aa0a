package io.patchbay.diff.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.diff.ParsedDiff;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bounds that only a mistake in the algorithm exceeds: ten times what it takes, and more. */
class ComparisonSpeedTest {

    private static final String[] USUAL = {"", "\t}", "}", "\t\treturn 0;", "{", "\tint ret;"};

    @Test
    void aHundredPatchesTakeAFractionOfASecond() {
        var random = new Random(1);
        var older = series(100, 200, random);
        var newer = series(100, 200, random);

        assertThat(leastTime(older, newer)).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void patchesOfTwentyThousandLinesTakeLessThanASecond() {
        var random = new Random(2);
        var older = List.of(patch(20_000, random));
        var newer = List.of(patch(20_000, random));

        assertThat(leastTime(older, newer)).isLessThan(Duration.ofSeconds(1));
    }

    /** All lines are much alike, and no two patches are: each pair is worth a comparison. */
    @Test
    void whatIsMadeToTakeLongIsEstimated() {
        var random = new Random(3);
        var older = alike(40, random);
        var newer = alike(40, random);

        assertThat(time(older, newer)).isLessThan(Duration.ofSeconds(20));
    }

    private static Duration leastTime(List<SeriesPatch> older, List<SeriesPatch> newer) {
        var least = time(older, newer);
        for (int round = 0; round < 5; round++) {
            var time = time(older, newer);
            least = time.compareTo(least) < 0 ? time : least;
        }
        return least;
    }

    /** Of the processor, since others may use the machine too. */
    private static Duration time(List<SeriesPatch> older, List<SeriesPatch> newer) {
        var clock = ManagementFactory.getThreadMXBean();
        long begun = clock.getCurrentThreadCpuTime();
        var comparison = SeriesComparison.of(older, newer);
        comparison.pairs().forEach(PatchPair::diffOfDiffs);
        return Duration.ofNanos(clock.getCurrentThreadCpuTime() - begun);
    }

    private static List<SeriesPatch> series(int size, int lines, Random random) {
        var series = new ArrayList<SeriesPatch>();
        for (int patch = 0; patch < size; patch++) {
            series.add(patch(lines, random));
        }
        return series;
    }

    private static SeriesPatch patch(int size, Random random) {
        var diff = new StringBuilder(header(size));
        for (int line = 0; line < size; line++) {
            diff.append('+');
            diff.append(
                    random.nextInt(3) == 0
                            ? USUAL[random.nextInt(USUAL.length)]
                            : "\tcall(" + random.nextInt(5_000) + ");");
            diff.append('\n');
        }
        return patch(diff);
    }

    private static List<SeriesPatch> alike(int size, Random random) {
        var series = new ArrayList<SeriesPatch>();
        for (int patch = 0; patch < size; patch++) {
            var diff = new StringBuilder(header(5_000));
            for (int line = 0; line < 5_000; line++) {
                diff.append('+').append(random.nextInt(60)).append('\n');
            }
            series.add(patch(diff));
        }
        return series;
    }

    private static String header(int size) {
        return "--- a/x\n+++ b/x\n@@ -1,0 +1,%d @@\n".formatted(size);
    }

    private static SeriesPatch patch(StringBuilder diff) {
        return SeriesPatch.of(
                "A U Thor <author@example.com>", "A title", ParsedDiff.of(diff.toString()));
    }
}
