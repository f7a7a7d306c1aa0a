package io.patchbay.diff;

import java.util.Arrays;

/** Runs of lines that follow each other, each with a number that goes with it. */
final class Spans {

    private static final int COLUMNS = 3;

    /** The first line, the line behind the last, and the number, alternating. */
    private int[] rows = new int[4 * COLUMNS];

    private int size;

    int size() {
        return size;
    }

    void add(int first, int end, int number) {
        int at = size * COLUMNS;
        if (at == rows.length) {
            rows = Arrays.copyOf(rows, 2 * at);
        }
        rows[at] = first;
        rows[at + 1] = end;
        rows[at + 2] = number;
        size++;
    }

    void extendLast(int end) {
        rows[(size - 1) * COLUMNS + 1] = end;
    }

    int first(int span) {
        return rows[span * COLUMNS];
    }

    int end(int span) {
        return rows[span * COLUMNS + 1];
    }

    int number(int span) {
        return rows[span * COLUMNS + 2];
    }

    /** The span that holds the line, or -1. */
    int holding(int line) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first(middle) <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && line < end(low - 1) ? low - 1 : -1;
    }
}
