package io.patchbay.diff;

import java.util.ArrayList;
import java.util.List;

/** What was found in a text, as lines that a test can show. */
final class Described {

    private Described() {}

    /** Files, their hunks and the lines of these. */
    static List<String> all(ParsedDiff diff) {
        var found = new ArrayList<String>();
        for (var file : diff.files()) {
            found.add(file(file));
            for (var hunk : file.hunks()) {
                found.add(hunk(hunk));
                hunk.lines().forEach(line -> found.add(line(diff, line)));
            }
        }
        return found;
    }

    static List<String> all(String text) {
        return all(ParsedDiff.of(text));
    }

    /** Files and their hunks. */
    static List<String> files(String text) {
        var found = new ArrayList<String>();
        for (var file : ParsedDiff.of(text).files()) {
            found.add(file(file));
            file.hunks().forEach(hunk -> found.add(hunk(hunk)));
        }
        return found;
    }

    static String file(DiffFile file) {
        return "%s %s > %s".formatted(file.status(), file.oldPath(), file.newPath());
    }

    private static String hunk(Hunk hunk) {
        var header = hunk.header();
        return hunk(
                header.oldStart(),
                header.oldCount(),
                header.newStart(),
                header.newCount(),
                hunk.section());
    }

    static String hunk(long oldStart, long oldCount, long newStart, long newCount, String section) {
        return " -%d,%d +%d,%d %s"
                .formatted(oldStart, oldCount, newStart, newCount, section)
                .stripTrailing();
    }

    private static String line(ParsedDiff diff, HunkLine line) {
        return line(line.role(), line.oldNumber(), line.newNumber(), line.contentIn(diff));
    }

    static String line(HunkLine.Role role, long oldNumber, long newNumber, String content) {
        return "  %s %s %s |%s".formatted(role, number(oldNumber), number(newNumber), content);
    }

    private static String number(long number) {
        return number < 0 ? "." : Long.toString(number);
    }
}
