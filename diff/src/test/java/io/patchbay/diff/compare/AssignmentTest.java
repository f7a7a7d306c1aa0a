package io.patchbay.diff.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Against all assignments that there are. The parameter is the seed. */
class AssignmentTest {

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noOtherAssignmentCostsLess(long seed) {
        var random = new Random(seed);
        int size = random.nextInt(8);
        int most = 1 + random.nextInt(random.nextBoolean() ? 4 : 1000);
        var cost = new int[size][size];
        for (var row : cost) {
            for (int column = 0; column < size; column++) {
                row[column] = random.nextInt(most);
            }
        }

        var rows = Assignment.rowsOf(cost);

        assertThat(rows).doesNotHaveDuplicates().hasSize(size);
        int sum = IntStream.range(0, size).map(column -> cost[rows[column]][column]).sum();
        assertThat(sum).isEqualTo(least(cost, 0, new boolean[size]));
    }

    private static int least(int[][] cost, int column, boolean[] taken) {
        if (column == cost.length) {
            return 0;
        }
        int least = Integer.MAX_VALUE;
        for (int row = 0; row < cost.length; row++) {
            if (!taken[row]) {
                taken[row] = true;
                least = Math.min(least, cost[row][column] + least(cost, column + 1, taken));
                taken[row] = false;
            }
        }
        return least;
    }
}
