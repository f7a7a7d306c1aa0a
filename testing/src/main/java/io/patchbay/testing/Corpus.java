package io.patchbay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mails of our own in {@code corpus/}, and what its tables say of them. */
public final class Corpus {

    private static final Path FOLDER = Path.of("../corpus");

    private Corpus() {}

    /** By the number that begins the file's name, such as {@code 023}. */
    public static Path mail(String number) throws IOException {
        var mail = mails().get(number);
        if (mail == null) {
            throw new IllegalArgumentException("the corpus has no mail " + number);
        }
        return mail;
    }

    /** In the order of arrival, by the number that begins the file's name. */
    public static SortedMap<String, Path> mails() throws IOException {
        var mails = new TreeMap<String, Path>();
        try (var files = Files.newDirectoryStream(FOLDER, "*.eml")) {
            files.forEach(file -> mails.put(file.getFileName().toString().substring(0, 3), file));
        }
        return mails;
    }

    /** A row of a table by column heading. */
    public record Row(Map<String, String> cells) {

        public String cell(String column) {
            var cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException(
                        "no column '%s', only %s".formatted(column, cells.keySet()));
            }
            return cell;
        }

        public boolean isEmpty(String column) {
            return cell(column).equals("-");
        }

        /** What stands in the first column. */
        @Override
        public String toString() {
            return cells.values().iterator().next();
        }
    }

    /** A table's rows in order. */
    public static List<Row> table(String name) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(FOLDER.resolve(name), UTF_8));
        lines.removeIf(line -> line.startsWith("#"));
        var headings = lines.removeFirst().split("\t");
        return lines.stream().map(line -> row(headings, line)).toList();
    }

    private static Row row(String[] headings, String line) {
        var cells = line.split("\t", -1);
        if (cells.length != headings.length) {
            throw new IllegalStateException(
                    "expected %d cells, got %s".formatted(headings.length, Arrays.asList(cells)));
        }
        var row = new LinkedHashMap<String, String>();
        for (int column = 0; column < headings.length; column++) {
            row.put(headings[column], cells[column]);
        }
        return new Row(row);
    }
}
