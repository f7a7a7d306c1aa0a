package io.patchbay.diff;

/**
 * Finds the files and hunks among lines. What is damaged is read as far as it makes sense: a hunk
 * ends where a line can be none of its own, whatever its counts say, and lines that belong to
 * nothing are passed over. Looks at each line a fixed number of times.
 */
final class Structure {

    private final LineTable lines;

    /** With the number of the first hunk. */
    private final Spans files = new Spans();

    /** With the number of the file. */
    private final Spans hunks = new Spans();

    Structure(LineTable lines) {
        this.lines = lines;
        int line = 0;
        while (line < lines.size()) {
            line = read(line);
        }
    }

    Spans files() {
        return files;
    }

    Spans hunks() {
        return hunks;
    }

    /** Returns the line from which to go on. */
    private int read(int line) {
        return switch (lines.kind(line)) {
            case GIT_DIFF, COMBINED_DIFF -> file(line, headerOfGit(line + 1));
            case OTHER_DIFF, INDEX -> headerOfOthers(line);
            case OLD_FILE -> areNames(line) ? file(line, line + 2) : line + 1;
            case HUNK -> hunk(line, endOfHunk(line));
            case COMBINED_HUNK -> hunk(line, afterRemark(lines.endOfCombinedHunk(line)));
            case CONTEXT,
                    ADDED,
                    REMOVED,
                    NEW_FILE,
                    EXTENDED_HEADER,
                    GIT_BINARY,
                    BINARY_FILES,
                    NO_NEWLINE,
                    EMPTY,
                    OTHER ->
                    line + 1;
        };
    }

    private int file(int first, int end) {
        files.add(first, end, hunks.size());
        return end;
    }

    /** A hunk that no file was told for is of a file without a name. */
    private int hunk(int first, int end) {
        if (files.size() == 0) {
            file(first, end);
        }
        hunks.add(first, end, files.size() - 1);
        files.extendLast(end);
        return end;
    }

    private boolean is(int line, LineKind kind) {
        return line < lines.size() && lines.kind(line) == kind;
    }

    private boolean areNames(int line) {
        return is(line, LineKind.OLD_FILE) && is(line + 1, LineKind.NEW_FILE);
    }

    // --- Headers --------------------------------------------------------------------------------

    /** Where the header ends whose first line was {@code diff --git} or the like. */
    private int headerOfGit(int second) {
        int known = second;
        while (is(known, LineKind.EXTENDED_HEADER)) {
            known++;
        }
        // Lines that a later git, or somebody else, may put there.
        int next = known;
        while (is(next, LineKind.OTHER) || is(next, LineKind.EXTENDED_HEADER)) {
            next++;
        }
        if (areNames(next)) {
            return next + 2;
        }
        if (is(next, LineKind.BINARY_FILES)) {
            return next + 1;
        }
        return is(known, LineKind.GIT_BINARY) ? endOfBinary(known + 1) : known;
    }

    /**
     * {@code Index:} and {@code diff}, with separators and numbers of revisions; without names or a
     * hunk behind them they are words.
     */
    private int headerOfOthers(int first) {
        int next = first + 1;
        boolean mayCallDiff = lines.kind(first) == LineKind.INDEX;
        while (is(next, LineKind.OTHER)
                || is(next, LineKind.EXTENDED_HEADER)
                || mayCallDiff && is(next, LineKind.OTHER_DIFF)) {
            mayCallDiff &= !is(next, LineKind.OTHER_DIFF);
            next++;
        }
        if (areNames(next)) {
            return file(first, next + 2);
        }
        if (is(next, LineKind.BINARY_FILES)) {
            return file(first, next + 1);
        }
        return is(next, LineKind.HUNK) ? file(first, next) : first + 1;
    }

    /** One or two blocks, of the new and of the old content, each with an empty line behind it. */
    private int endOfBinary(int first) {
        int end = first;
        while (end < lines.size()
                && (lines.begins(end, "literal ") || lines.begins(end, "delta "))) {
            end++;
            while (is(end, LineKind.OTHER) && Character.isLetter(lines.sign(end))) {
                end++;
            }
            if (is(end, LineKind.EMPTY)) {
                end++;
            }
        }
        return end;
    }

    // --- Hunks ----------------------------------------------------------------------------------

    private int endOfHunk(int headerLine) {
        var header = lines.hunkHeader(headerLine);
        long oldLeft = header == null ? 0 : header.oldCount();
        long newLeft = header == null ? 0 : header.newCount();
        int line = headerLine + 1;
        while (line < lines.size() && (oldLeft > 0 || newLeft > 0)) {
            switch (lines.sign(line)) {
                case ' ', '\t', '\r', '\n' -> {
                    oldLeft--;
                    newLeft--;
                }
                case '-' -> {
                    if (beginsNextFile(line) && !(oldLeft == 1 && newLeft == 1)) {
                        return line;
                    }
                    oldLeft--;
                }
                case '+' -> newLeft--;
                case '\\' -> {
                    // a remark on the line before
                }
                default -> {
                    return line;
                }
            }
            line++;
        }
        return afterRemark(line);
    }

    /**
     * A removed line may be {@code -- a}, and an added one {@code ++ b}; but no line of a hunk
     * begins with {@code @@}, so what stands before it are names.
     */
    private boolean beginsNextFile(int line) {
        return areNames(line) && is(line + 2, LineKind.HUNK);
    }

    private int afterRemark(int line) {
        return line < lines.size() && lines.sign(line) == '\\' ? line + 1 : line;
    }
}
