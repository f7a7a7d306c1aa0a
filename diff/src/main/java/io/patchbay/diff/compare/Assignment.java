package io.patchbay.diff.compare;

import java.util.Arrays;

/**
 * Gives each row of a square matrix a column of its own, at the least cost in sum: the algorithm of
 * Jonker and Volgenant ("A shortest augmenting path algorithm for dense and sparse linear
 * assignment problems", 1987), which git uses. Rows and columns are looked at in git's order, so
 * that of several assignments of the same cost the same one is found.
 */
final class Assignment {

    private static final int FREE = -1;

    private final int[][] cost;
    private final int size;
    private final int[] price;
    private final int[] columnOf;
    private final int[] rowOf;

    /** Rows that have no column yet. */
    private final int[] open;

    private int openCount;

    private Assignment(int[][] cost) {
        this.cost = cost;
        this.size = cost.length;
        this.price = new int[size];
        this.columnOf = new int[size];
        this.rowOf = new int[size];
        this.open = new int[size];
        Arrays.fill(columnOf, FREE);
        Arrays.fill(rowOf, FREE);
    }

    /**
     * The row of each column.
     *
     * @param cost by row and column; no number is negative or beyond {@code 1 << 16}
     */
    static int[] rowsOf(int[][] cost) {
        var assignment = new Assignment(cost);
        assignment.transfer(assignment.takeCheapest());
        if (assignment.openCount > 0) {
            assignment.bid();
            assignment.bid();
            new ShortestWay(assignment).closeAll();
        }
        return assignment.rowOf;
    }

    private int reduced(int row, int column) {
        return cost[row][column] - price[column];
    }

    /** Each column goes to its cheapest row, if that has none; returns which rows got one offer. */
    private int[] takeCheapest() {
        var offers = new int[size];
        for (int column = size - 1; column >= 0; column--) {
            int cheapest = 0;
            for (int row = 1; row < size; row++) {
                if (cost[row][column] < cost[cheapest][column]) {
                    cheapest = row;
                }
            }
            price[column] = cost[cheapest][column];
            if (offers[cheapest]++ == 0) {
                columnOf[cheapest] = column;
                rowOf[column] = cheapest;
            }
        }
        return offers;
    }

    /** A row with one offer lowers the price of its column as far as it stays its best. */
    private void transfer(int[] offers) {
        for (int row = 0; row < size; row++) {
            if (offers[row] == 0) {
                open[openCount++] = row;
            } else if (offers[row] == 1) {
                int own = columnOf[row];
                int least = Integer.MAX_VALUE;
                for (int column = 0; column < size; column++) {
                    if (column != own) {
                        least = Math.min(least, reduced(row, column));
                    }
                }
                price[own] -= least;
            }
        }
    }

    /** Each open row takes its best column, and who loses it is open in its place. */
    private void bid() {
        int count = openCount;
        openCount = 0;
        int next = 0;
        while (next < count) {
            int row = open[next++];
            int best = 0;
            int second = FREE;
            int bestCost = reduced(row, 0);
            int secondCost = Integer.MAX_VALUE;
            for (int column = 1; column < size; column++) {
                int tried = reduced(row, column);
                if (tried >= secondCost) {
                    continue;
                }
                if (tried > bestCost) {
                    second = column;
                    secondCost = tried;
                } else {
                    second = best;
                    secondCost = bestCost;
                    best = column;
                    bestCost = tried;
                }
            }
            boolean isCheaper = bestCost < secondCost;
            if (isCheaper) {
                price[best] -= secondCost - bestCost;
            }
            int taken = isCheaper || rowOf[best] == FREE ? best : second;
            int loser = rowOf[taken];
            if (loser != FREE) {
                if (isCheaper) {
                    open[--next] = loser;
                } else {
                    open[openCount++] = loser;
                }
            }
            columnOf[row] = taken;
            rowOf[taken] = row;
        }
    }

    /** Finds a column for each row that is left, by the cheapest way of exchanges. */
    private static final class ShortestWay {

        private final Assignment of;
        private final int[] distance;
        private final int[] rowBefore;

        /** Columns: those that are done, then those at the least distance, then the others. */
        private final int[] columns;

        private int done;
        private int near;
        private int least;

        /** How many columns were done before the least distance was found. */
        private int doneBefore;

        ShortestWay(Assignment of) {
            this.of = of;
            this.distance = new int[of.size];
            this.rowBefore = new int[of.size];
            this.columns = new int[of.size];
        }

        void closeAll() {
            for (int at = 0; at < of.openCount; at++) {
                close(of.open[at]);
            }
        }

        private void close(int row) {
            for (int column = 0; column < of.size; column++) {
                distance[column] = of.reduced(row, column);
                rowBefore[column] = row;
                columns[column] = column;
            }
            done = 0;
            near = 0;
            int end = search();
            for (int at = 0; at < doneBefore; at++) {
                int column = columns[at];
                of.price[column] += distance[column] - least;
            }
            exchange(row, end);
        }

        /** Returns the free column that is nearest. */
        private int search() {
            int end = FREE;
            while (end == FREE) {
                end = gatherNear();
                while (end == FREE && done < near) {
                    end = follow(columns[done++]);
                }
            }
            return end;
        }

        private int gatherNear() {
            doneBefore = done;
            least = distance[columns[near++]];
            for (int at = near; at < of.size; at++) {
                int column = columns[at];
                if (distance[column] <= least) {
                    if (distance[column] < least) {
                        near = done;
                        least = distance[column];
                    }
                    columns[at] = columns[near];
                    columns[near++] = column;
                }
            }
            for (int at = done; at < near; at++) {
                if (of.rowOf[columns[at]] == FREE) {
                    return columns[at];
                }
            }
            return FREE;
        }

        private int follow(int through) {
            int row = of.rowOf[through];
            int base = of.reduced(row, through) - least;
            for (int at = near; at < of.size; at++) {
                int column = columns[at];
                int tried = of.reduced(row, column) - base;
                if (tried < distance[column]) {
                    distance[column] = tried;
                    rowBefore[column] = row;
                    if (tried == least) {
                        if (of.rowOf[column] == FREE) {
                            return column;
                        }
                        columns[at] = columns[near];
                        columns[near++] = column;
                    }
                }
            }
            return FREE;
        }

        private void exchange(int first, int end) {
            int column = end;
            int row;
            do {
                row = rowBefore[column];
                of.rowOf[column] = row;
                int before = of.columnOf[row];
                of.columnOf[row] = column;
                column = before;
            } while (row != first);
        }
    }
}
