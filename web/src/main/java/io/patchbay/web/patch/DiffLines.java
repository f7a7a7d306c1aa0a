package io.patchbay.web.patch;

import io.patchbay.diff.LineKind;
import io.patchbay.diff.LineTable;

/**
 * Tells of each line of a diff how it is shown, from the first to the last. More lenient than a
 * parsed diff, so that what is mangled, a context diff or a piece without file is shown well too.
 */
final class DiffLines {

    /** What a line of a diff is. */
    enum Kind {
        /** The first line of what is said of a file. */
        FILE,
        HEADER,
        HUNK,
        ADDED,
        REMOVED,
        CHANGED,
        CONTEXT
    }

    private final LineTable lines;
    private int line = -1;

    // Lines of the hunk that are still to come: "--- a" may be a removed line "-- a".
    private int oldLines;
    private int newLines;
    private boolean inHeader;
    private Kind kind = Kind.CONTEXT;

    DiffLines(String diff) {
        this.lines = LineTable.of(diff);
    }

    /** Goes to the next line, if there is one. */
    boolean next() {
        line++;
        if (line >= lines.size()) {
            return false;
        }
        kind = inHunk() ? kindInHunk() : kindOutside();
        return true;
    }

    Kind kind() {
        return kind;
    }

    int start() {
        return lines.start(line);
    }

    /** Just behind the line feed. */
    int end() {
        return lines.end(line);
    }

    /** Without its line end. */
    String line() {
        var whole = lines.line(line);
        int last = whole.length();
        while (last > 0 && whole.charAt(last - 1) == '\r') {
            last--;
        }
        return whole.substring(0, last);
    }

    private boolean inHunk() {
        return oldLines > 0 || newLines > 0;
    }

    private Kind kindInHunk() {
        switch (lines.sign(line)) {
            case '+' -> {
                newLines--;
                return Kind.ADDED;
            }
            case '-' -> {
                oldLines--;
                return Kind.REMOVED;
            }
            case ' ', '\t', '\r', '\n' -> {
                oldLines--;
                newLines--;
                return Kind.CONTEXT;
            }
            case '\\' -> {
                return Kind.CONTEXT;
            }
            default -> {
                oldLines = 0;
                newLines = 0;
                return kindOutside();
            }
        }
    }

    private Kind kindOutside() {
        var looks = lines.kind(line);
        if (looks == LineKind.HUNK || lines.begins(line, "@@")) {
            inHeader = false;
            readCounts();
            return Kind.HUNK;
        }
        if (looks.isDiff() || looks == LineKind.INDEX) {
            // Subversion says "Index:" and then "===", "---", "+++" of the same file.
            inHeader = true;
            return Kind.FILE;
        }
        if (looks == LineKind.OLD_FILE || isNameOfContextDiff()) {
            var found = inHeader ? Kind.HEADER : Kind.FILE;
            inHeader = true;
            return found;
        }
        if (inHeader || looks == LineKind.NEW_FILE) {
            return Kind.HEADER;
        }
        return switch (lines.sign(line)) {
            case '+' -> Kind.ADDED;
            case '-' -> lines.begins(line, "-- \n") ? Kind.CONTEXT : Kind.REMOVED; // a signature
            case '!' -> Kind.CHANGED;
            default -> Kind.CONTEXT;
        };
    }

    /** And not the line numbers of a hunk: {@code *** 1,5 ****}. */
    private boolean isNameOfContextDiff() {
        return lines.begins(line, "*** ") && !line().endsWith("****");
    }

    /** Of {@code @@ -1,2 +1,3 @@}, and of what is left of one; a count that is left out is 1. */
    private void readCounts() {
        int old = start() + "@@ -".length();
        int end = end();
        int added = lines.begins(line, "@@ -") ? lines.text().indexOf('+', old, end) : -1;
        oldLines = added < 0 ? 0 : count(old, end);
        newLines = added < 0 ? 0 : count(added + 1, end);
    }

    private int count(int position, int end) {
        int at = skipDigits(position, end);
        if (at < end && lines.text().charAt(at) == ',') {
            int last = skipDigits(at + 1, end);
            return last == at + 1 || last > at + 8
                    ? 0
                    : Integer.parseInt(lines.text(), at + 1, last, 10);
        }
        return 1;
    }

    private int skipDigits(int position, int end) {
        int at = position;
        while (at < end && lines.text().charAt(at) >= '0' && lines.text().charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
