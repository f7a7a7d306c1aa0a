package io.patchbay.diff.lines;

import java.util.List;

/**
 * How well a text can be parted in front of a line, by its indentation and blank lines: the measure
 * that git has had by default since 2.14.
 *
 * @param indent of the text behind, in columns; -1 if none comes
 * @param penalty the more, the worse
 */
record Split(int indent, int penalty) {

    private static final int NO_TEXT = -1;
    private static final int MOST_BLANKS = 20;
    private static final int MOST_INDENT = 200;
    private static final int TAB = 8;

    private static final int START_OF_TEXT = 1;
    private static final int END_OF_TEXT = 21;
    private static final int EACH_BLANK = -30;
    private static final int EACH_BLANK_BEHIND = 6;
    private static final int INDENTED = -4;
    private static final int INDENTED_AT_BLANKS = 10;
    private static final int NEW_BLOCK = 24;
    private static final int NEW_BLOCK_AT_BLANKS = 17;
    private static final int END_OF_BLOCK = 23;
    private static final int END_OF_BLOCK_AT_BLANKS = 17;

    /** How much an indent that is less is worth. */
    private static final int INDENT_WORTH = 60;

    static Split at(List<String> lines, int line) {
        boolean isEnd = line >= lines.size();
        int own = isEnd ? NO_TEXT : indentOf(lines.get(line));
        var above = Neighbour.of(lines, line, -1);
        var below = Neighbour.of(lines, line, 1);
        int blanksBehind = own == NO_TEXT ? 1 + below.blanks : 0;
        int blanks = above.blanks + blanksBehind;
        int indent = own == NO_TEXT ? below.indent : own;
        int penalty = EACH_BLANK * blanks + EACH_BLANK_BEHIND * blanksBehind;
        if (above.indent == NO_TEXT && above.blanks == 0) {
            penalty += START_OF_TEXT;
        }
        if (isEnd) {
            penalty += END_OF_TEXT;
        }
        if (indent != NO_TEXT && above.indent != NO_TEXT) {
            penalty += ofIndent(indent, above.indent, below.indent, blanks > 0);
        }
        return new Split(indent, penalty);
    }

    private static int ofIndent(int indent, int above, int below, boolean atBlanks) {
        if (indent > above) {
            return atBlanks ? INDENTED_AT_BLANKS : INDENTED;
        }
        if (indent == above) {
            return 0;
        }
        if (below > indent) {
            return atBlanks ? NEW_BLOCK_AT_BLANKS : NEW_BLOCK;
        }
        return atBlanks ? END_OF_BLOCK_AT_BLANKS : END_OF_BLOCK;
    }

    Split plus(Split other) {
        return new Split(indent + other.indent, penalty + other.penalty);
    }

    boolean isBetterThan(Split other) {
        return INDENT_WORTH * Integer.compare(indent, other.indent) + penalty - other.penalty < 0;
    }

    /** The nearest line with text in a direction, and the blank ones before it. */
    private record Neighbour(int indent, int blanks) {

        static Neighbour of(List<String> lines, int line, int step) {
            int blanks = 0;
            for (int at = line + step; at >= 0 && at < lines.size(); at += step) {
                int indent = indentOf(lines.get(at));
                if (indent != NO_TEXT) {
                    return new Neighbour(indent, blanks);
                }
                blanks++;
                if (blanks == MOST_BLANKS) {
                    return new Neighbour(0, blanks);
                }
            }
            return new Neighbour(NO_TEXT, blanks);
        }
    }

    /** In columns; -1 if the line is blank. */
    private static int indentOf(String line) {
        int columns = 0;
        for (int at = 0; at < line.length(); at++) {
            switch (line.charAt(at)) {
                case ' ' -> columns++;
                case '\t' -> columns += TAB - columns % TAB;
                case '\n', '\r', '\f', '\u000b' -> {
                    // takes no columns
                }
                default -> {
                    return columns;
                }
            }
            if (columns >= MOST_INDENT) {
                return MOST_INDENT;
            }
        }
        return NO_TEXT;
    }
}
