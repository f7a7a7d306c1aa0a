package io.patchbay.bench.count;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Tables of counts: a row for what is counted, a column for each archive. */
final class Tally {

    private static final int MOST_WORDS = 12;

    /** By table, row and archive. */
    private final Map<String, Map<String, Map<String, Long>>> tables = new LinkedHashMap<>();

    private final LinkedHashSet<String> open = new LinkedHashSet<>();
    private final List<String> archives = new ArrayList<>();

    /** What is counted from now on is of this archive. */
    void begin(String archive) {
        archives.add(archive);
    }

    void count(String table, String row) {
        add(table, row, 1);
    }

    void countIf(boolean counted, String table, String row) {
        add(table, row, counted ? 1 : 0);
    }

    void add(String table, String row, long number) {
        cells(table, row).merge(archives.getLast(), number, Long::sum);
    }

    void most(String table, String row, long number) {
        cells(table, row).merge(archives.getLast(), number, Math::max);
    }

    /** In a table whose rows are words of the mails: only the most frequent are printed. */
    void word(String table, String word) {
        open.add(table);
        add(table, word, 1);
    }

    private Map<String, Long> cells(String table, String row) {
        return tables.computeIfAbsent(table, _ -> new LinkedHashMap<>())
                .computeIfAbsent(row, _ -> new LinkedHashMap<>());
    }

    /** As tables of Markdown. */
    void print(PrintStream out) {
        tables.forEach((table, rows) -> {
            out.printf("%n| %s | %s |%n", table, String.join(" | ", archives));
            out.println("| --- ".repeat(archives.size() + 1) + "|");
            if (open.contains(table)) {
                printFrequent(rows, out);
            } else {
                rows.forEach((row, cells) -> print(row, cells, out));
            }
        });
    }

    private void printFrequent(Map<String, Map<String, Long>> rows, PrintStream out) {
        var sorted = new ArrayList<>(rows.entrySet());
        sorted.sort(Comparator.comparingLong(row -> -total(row.getValue())));
        int printed = Math.min(MOST_WORDS, sorted.size());
        sorted.subList(0, printed).forEach(row -> print(row.getKey(), row.getValue(), out));
        if (printed < sorted.size()) {
            var others = new LinkedHashMap<String, Long>();
            for (var row : sorted.subList(printed, sorted.size())) {
                row.getValue()
                        .forEach((archive, number) -> others.merge(archive, number, Long::sum));
            }
            print("%d others".formatted(sorted.size() - printed), others, out);
        }
    }

    private static long total(Map<String, Long> cells) {
        return cells.values().stream().mapToLong(Long::longValue).sum();
    }

    private void print(String row, Map<String, Long> cells, PrintStream out) {
        var line = new StringBuilder("| ").append(row.replace("|", "\\|")).append(" |");
        for (var archive : archives) {
            line.append(" %,d |".formatted(cells.getOrDefault(archive, 0L)));
        }
        out.println(line);
    }
}
