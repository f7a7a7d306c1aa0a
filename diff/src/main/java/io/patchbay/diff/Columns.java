package io.patchbay.diff;

/**
 * The signs before a line in the hunk of a merge, one for each parent: a blank where that parent
 * agrees with the result, {@code +} where it lacks the line, {@code -} where it alone has it.
 */
final class Columns {

    private final LineTable lines;
    private final int start;
    private final int size;
    private final boolean lost;
    private final boolean gained;

    /** A remark, or a line that is no line of a hunk. */
    private final boolean none;

    private final boolean remark;

    Columns(LineTable lines, int line, int parents) {
        this.lines = lines;
        this.start = lines.start(line);
        int end = LineTable.withoutLineEnd(lines.text(), start, lines.end(line));
        // A line whose blanks were stripped has fewer.
        this.size = Math.min(parents, end - start);
        boolean anyLost = false;
        boolean anyGained = false;
        boolean anyOther = false;
        for (int column = 0; column < size; column++) {
            switch (sign(column)) {
                case '-' -> anyLost = true;
                case '+' -> anyGained = true;
                case ' ' -> {
                    // both have it
                }
                default -> anyOther = true;
            }
        }
        this.lost = anyLost;
        this.gained = anyGained;
        this.remark = lines.sign(line) == '\\';
        this.none = anyOther && !remark;
    }

    private char sign(int column) {
        return column < size ? lines.text().charAt(start + column) : ' ';
    }

    boolean areNone() {
        return none;
    }

    int size() {
        return size;
    }

    boolean isOfParent(int parent) {
        return !remark && (lost ? sign(parent) == '-' : sign(parent) == ' ');
    }

    boolean isOfResult() {
        return !remark && !lost;
    }

    HunkLine.Role role() {
        if (remark) {
            return HunkLine.Role.REMARK;
        }
        if (lost) {
            return HunkLine.Role.REMOVED;
        }
        return gained ? HunkLine.Role.ADDED : HunkLine.Role.CONTEXT;
    }
}
