package io.patchbay.mail;

/**
 * A line such as {@code -- >8 --}: what stands above it is not of the commit. Git takes a line for
 * one if it is of at least eight characters, a third of which are dashes, scissors and the blanks
 * between them, and most of these no blanks.
 */
final class ScissorsLine {

    private static final int LEAST = 8;

    private int marks;
    private int blanks;
    private boolean hasScissors;

    private ScissorsLine(String line) {
        boolean inMarks = false;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == ' ' || character == '\t') {
                marks += inMarks ? 1 : 0;
                blanks += inMarks ? 1 : 0;
            } else if (character == '-') {
                inMarks = true;
                marks++;
            } else if (isScissors(line, at)) {
                inMarks = true;
                hasScissors = true;
                marks += 2;
                at++;
            } else {
                inMarks = false;
            }
        }
    }

    static boolean is(String text) {
        // Blanks at the end count as marks: git does not strip them first.
        var line = new ScissorsLine(text);
        int visible = text.strip().length();
        return line.hasScissors
                && visible >= LEAST
                && visible < 3 * line.marks
                && 2 * line.blanks < line.marks;
    }

    private static boolean isScissors(String line, int at) {
        return line.startsWith(">8", at)
                || line.startsWith("8<", at)
                || line.startsWith(">%", at)
                || line.startsWith("%<", at);
    }
}
