package io.patchbay.web.patch;

/** Tells of each line of a diff what it is, from the first to the last. */
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

    private final String diff;
    private int start;
    private int end;

    // Lines of the hunk that are still to come: "--- a" may be a removed line "-- a".
    private int oldLines;
    private int newLines;
    private boolean inHeader;
    private Kind kind = Kind.CONTEXT;

    DiffLines(String diff) {
        this.diff = diff;
    }

    /** Goes to the next line, if there is one. */
    boolean next() {
        if (end == diff.length()) {
            return false;
        }
        start = end;
        int feed = diff.indexOf('\n', start);
        end = feed < 0 ? diff.length() : feed + 1;
        kind = inHunk() ? kindInHunk() : kindOutside();
        return true;
    }

    Kind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    /** Just behind the line feed. */
    int end() {
        return end;
    }

    /** Without its line end. */
    String line() {
        int last = end;
        while (last > start && (diff.charAt(last - 1) == '\n' || diff.charAt(last - 1) == '\r')) {
            last--;
        }
        return diff.substring(start, last);
    }

    private boolean inHunk() {
        return oldLines > 0 || newLines > 0;
    }

    private Kind kindInHunk() {
        switch (diff.charAt(start)) {
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
        if (at("@@")) {
            inHeader = false;
            readCounts();
            return Kind.HUNK;
        }
        if (at("diff ") || at("Index: ")) {
            // Subversion says "Index:" and then "===", "---", "+++" of the same file.
            inHeader = true;
            return Kind.FILE;
        }
        if (at("--- ") || (at("*** ") && !at("*** ", "****"))) {
            var found = inHeader ? Kind.HEADER : Kind.FILE;
            inHeader = true;
            return found;
        }
        if (inHeader || at("+++ ")) {
            return Kind.HEADER;
        }
        return switch (diff.charAt(start)) {
            case '+' -> Kind.ADDED;
            case '-' -> at("-- \n") ? Kind.CONTEXT : Kind.REMOVED; // a mail's signature
            case '!' -> Kind.CHANGED;
            default -> Kind.CONTEXT;
        };
    }

    private boolean at(String prefix) {
        return diff.startsWith(prefix, start);
    }

    private boolean at(String prefix, String suffix) {
        return at(prefix) && line().endsWith(suffix);
    }

    /** Of {@code @@ -1,2 +1,3 @@}; a count that is left out is 1. */
    private void readCounts() {
        int old = diff.indexOf('-', start);
        int added = diff.indexOf('+', start);
        boolean readable = at("@@ -") && old < end && added > old && added < end;
        oldLines = readable ? count(old + 1) : 0;
        newLines = readable ? count(added + 1) : 0;
    }

    private int count(int position) {
        int at = skipDigits(position);
        if (at < end && diff.charAt(at) == ',') {
            int last = skipDigits(at + 1);
            return last == at + 1 || last > at + 8 ? 0 : Integer.parseInt(diff, at + 1, last, 10);
        }
        return 1;
    }

    private int skipDigits(int position) {
        int at = position;
        while (at < end && diff.charAt(at) >= '0' && diff.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
