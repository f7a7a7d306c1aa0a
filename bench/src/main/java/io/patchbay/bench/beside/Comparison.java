package io.patchbay.bench.beside;

import io.patchbay.bench.measure.Table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each kind of work cost in each round, and what that says. The old build runs twice, because
 * the difference between two runs of the same is what the machine adds.
 */
final class Comparison {

    /** How often the old build's cost is too much. */
    static final double MOST = 1.05;

    private final Map<String, Map<Side, List<Double>>> costs = new LinkedHashMap<>();

    /** Who did the work. */
    enum Side {
        OLD,
        OLD_AGAIN,
        NEW;

        /** Each round begins with the next one, so that none always comes first. */
        static List<Side> inTurn(int round) {
            var sides = new ArrayList<>(List.of(values()));
            Collections.rotate(sides, -round);
            return sides;
        }
    }

    /**
     * How many times the cost of the old build in the same round.
     *
     * @param least of all rounds; likewise the most
     */
    record Ratio(double median, double least, double most) {

        private static Ratio of(List<Double> costs, List<Double> old) {
            if (costs.size() != old.size()) {
                throw new IllegalStateException(
                        "expected as many rounds of each build, but one has %d and the other %d"
                                .formatted(costs.size(), old.size()));
            }
            var ratios = new ArrayList<Double>();
            for (int round = 0; round < old.size(); round++) {
                ratios.add(costs.get(round) / old.get(round));
            }
            ratios.sort(null);
            return new Ratio(Comparison.median(ratios), ratios.getFirst(), ratios.getLast());
        }

        private String range() {
            return "%.3f–%.3f".formatted(least, most);
        }
    }

    /**
     * One kind of work.
     *
     * @param micros of processor time once, on the old build, the median of all rounds
     */
    record Line(String what, double micros, Ratio again, Ratio now) {

        boolean isSlower() {
            return now.median > MOST;
        }

        /** Whether the same build differs from itself by what would be too much. */
        boolean isUncertain() {
            return again.median > MOST || again.median < 1 / MOST;
        }
    }

    void add(String what, Side side, double micros) {
        costs.computeIfAbsent(what, _ -> new EnumMap<>(Side.class))
                .computeIfAbsent(side, _ -> new ArrayList<>())
                .add(micros);
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        costs.forEach((what, sides) -> {
            var old = sides.getOrDefault(Side.OLD, List.of());
            lines.add(
                    new Line(
                            what,
                            median(old.stream().sorted().toList()),
                            Ratio.of(sides.getOrDefault(Side.OLD_AGAIN, List.of()), old),
                            Ratio.of(sides.getOrDefault(Side.NEW, List.of()), old)));
        });
        return lines;
    }

    /**
     * @param old the old build's name
     */
    Table table(String old) {
        var table =
                new Table("what", old + " µs", old + " again", "least–most", "here", "least–most");
        for (var line : lines()) {
            table.row(
                    line.what,
                    Table.number(line.micros),
                    "%.3f".formatted(line.again.median),
                    line.again.range(),
                    "%.3f".formatted(line.now.median),
                    line.now.range());
        }
        return table;
    }

    /** What is to be said of the table, a sentence each; the last one is the judgement. */
    List<String> sentences(String old) {
        if (costs.isEmpty()) {
            return List.of("Nothing was measured; --only expects words of a line of the table.");
        }
        var sentences = new ArrayList<String>();
        for (var line : lines()) {
            if (line.isUncertain()) {
                sentences.add(
                        "%s: %s again takes %.3f times as much as itself; measure on a quieter machine."
                                .formatted(line.what, old, line.again.median));
            }
            if (line.isSlower()) {
                sentences.add(
                        "%s: %.3f times the processor time of %s; at most %.2f is allowed."
                                .formatted(line.what, line.now.median, old, MOST));
            }
        }
        if (lines().stream().noneMatch(Line::isSlower)) {
            sentences.add(
                    "Nothing takes more than %.2f times the processor time of %s."
                            .formatted(MOST, old));
        }
        return sentences;
    }

    private static double median(List<Double> sorted) {
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
