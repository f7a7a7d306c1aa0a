package io.patchbay.diff;

/** Goes through the lines of a hunk and counts them. */
final class HunkCursor {

    private final LineTable lines;
    private final int end;

    /** 1, or more in a merge. */
    private final int parents;

    private int line;
    private int contentStart;
    private long nextOld;
    private long nextNew;
    private long oldNumber;
    private long newNumber;
    private HunkLine.Role role = HunkLine.Role.CONTEXT;

    HunkCursor(LineTable lines, HunkHeader header, int parents, int headerLine, int end) {
        this.lines = lines;
        this.line = headerLine;
        this.end = end;
        this.parents = parents;
        this.nextOld = header.oldStart();
        this.nextNew = header.newStart();
    }

    /** Goes to the next line, if there is one. */
    boolean next() {
        line++;
        if (line >= end) {
            return false;
        }
        if (parents == 1) {
            readSign();
        } else {
            var columns = new Columns(lines, line, parents);
            role = columns.role();
            contentStart = lines.start(line) + columns.size();
            number(columns.isOfParent(0), columns.isOfResult());
        }
        return true;
    }

    private void readSign() {
        contentStart = lines.start(line) + 1;
        switch (lines.sign(line)) {
            case '+' -> {
                role = HunkLine.Role.ADDED;
                number(false, true);
            }
            case '-' -> {
                role = HunkLine.Role.REMOVED;
                number(true, false);
            }
            case '\\' -> {
                role = HunkLine.Role.REMARK;
                number(false, false);
            }
            case ' ' -> context();
            default -> {
                // The blank was stripped, or became part of a tab.
                contentStart--;
                context();
            }
        }
    }

    private void context() {
        role = HunkLine.Role.CONTEXT;
        number(true, true);
    }

    private void number(boolean isOld, boolean isNew) {
        oldNumber = isOld ? nextOld++ : -1;
        newNumber = isNew ? nextNew++ : -1;
    }

    HunkLine.Role role() {
        return role;
    }

    long oldNumber() {
        return oldNumber;
    }

    long newNumber() {
        return newNumber;
    }

    int line() {
        return line;
    }

    HunkLine hunkLine() {
        return new HunkLine(
                role, line, lines.start(line), contentStart, lines.end(line), oldNumber, newNumber);
    }
}
