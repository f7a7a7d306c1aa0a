package io.patchbay.mail.header;

import io.patchbay.mail.text.Space;

import java.util.Arrays;

/**
 * Breaks a header value into lines of at most 78 characters: after a semicolon if there is one,
 * else after a comma, else at a blank. This is the folding of Python's email package to the letter,
 * because the stored headers are shown, compared and signed as they are.
 */
final class Folding {

    private static final String SPLIT_AFTER = ";, \t";

    private static final int USUAL_LINE = 160;
    private static final int USUAL_VALUE = 480;

    private final int limit = HeaderText.LINE_LENGTH;
    private final String continuation;
    private final StringBuilder lines = new StringBuilder(USUAL_VALUE);
    private boolean anyLine;

    /** The current line: its text, and where its parts and the blanks before them begin. */
    private final StringBuilder line = new StringBuilder(USUAL_LINE);

    private int[] blankStarts = new int[16];
    private int[] partStarts = new int[16];
    private int parts;

    /** What the name takes of the first line; 0 from the second line on. */
    private int nameLength;

    Folding(int nameLength, String continuation) {
        this.nameLength = nameLength;
        this.continuation = continuation;
    }

    /** A space where text meets an encoded word. */
    void space() {
        push(" ", 0, 1, 1);
    }

    /** Adds a line of plain text word by word. */
    void plain(String text, int start, int end) {
        int index = start;
        while (index < end) {
            int blank = index;
            while (index < end && isBlank(text.charAt(index))) {
                index++;
            }
            int part = index;
            while (index < end && !isBlank(text.charAt(index))) {
                index++;
            }
            append(text, blank, part, index);
        }
    }

    /** Adds a line of text as encoded words; those that do not fit get lines of their own. */
    void encoded(String text, HeaderCharset charset, boolean firstLine) {
        int firstLimit = limit - length();
        var source = firstLine ? text : " " + text.substring(Space.skip(text, 0, text.length()));
        var words = EncodedWords.of(source, charset, firstLimit, limit - continuation.length());
        var first = words.getFirst();
        if (first != null) {
            var blank = firstLine ? "" : continuation;
            append(blank + first, 0, blank.length(), blank.length() + first.length());
        }
        if (words.size() == 1) {
            return;
        }
        newLine();
        for (var word : words.subList(1, words.size() - 1)) {
            finishLine(continuation + word);
        }
        var last = continuation + words.getLast();
        push(last, 0, continuation.length(), last.length());
    }

    void newLine() {
        if (parts > 0 && endsInOneSpace()) {
            pop();
        }
        if (length() > 0) {
            boolean blank = nameLength == 0 && Space.isAll(line);
            if (blank && anyLine) {
                lines.append(line);
            } else {
                finishLine(line);
            }
        }
        clear();
    }

    String finish() {
        space();
        newLine();
        return lines.toString();
    }

    private void append(String text, int blank, int part, int end) {
        push(text, blank, part, end);
        if (length() <= limit) {
            return;
        }
        int split = splitBefore();
        if (split > 0) {
            finishLine(line.substring(0, blankStarts[split]));
            dropBefore(split);
            return;
        }
        pop();
        boolean first = nameLength > 0;
        if (first) {
            newLine();
        }
        if (first && blank == part) {
            push(" " + text.substring(part, end), 0, 1, 1 + end - part);
        } else {
            push(text, blank, part, end);
        }
    }

    /** The part to begin the next line with, or 0. */
    private int splitBefore() {
        for (int mark = 0; mark < SPLIT_AFTER.length(); mark++) {
            char character = SPLIT_AFTER.charAt(mark);
            boolean blank = isBlank(character);
            for (int part = parts - 1; part > 0; part--) {
                int start = blankStarts[part];
                boolean afterBlank =
                        blank && start < partStarts[part] && line.charAt(start) == character;
                boolean afterMark =
                        partStarts[part - 1] < start && line.charAt(start - 1) == character;
                if (afterBlank || afterMark) {
                    return part;
                }
            }
        }
        return 0;
    }

    private int length() {
        return nameLength + line.length();
    }

    private boolean endsInOneSpace() {
        int last = parts - 1;
        return line.length() - blankStarts[last] == 1
                && partStarts[last] == line.length()
                && line.charAt(blankStarts[last]) == ' ';
    }

    private void push(String text, int blank, int part, int end) {
        if (parts == blankStarts.length) {
            blankStarts = Arrays.copyOf(blankStarts, 2 * parts);
            partStarts = Arrays.copyOf(partStarts, 2 * parts);
        }
        blankStarts[parts] = line.length();
        partStarts[parts] = line.length() + part - blank;
        parts++;
        line.append(text, blank, end);
    }

    private void pop() {
        parts--;
        line.setLength(blankStarts[parts]);
    }

    private void dropBefore(int part) {
        int removed = blankStarts[part];
        line.delete(0, removed);
        for (int index = part; index < parts; index++) {
            blankStarts[index - part] = blankStarts[index] - removed;
            partStarts[index - part] = partStarts[index] - removed;
        }
        parts -= part;
        nameLength = 0;
    }

    private void clear() {
        line.setLength(0);
        parts = 0;
        nameLength = 0;
    }

    private void finishLine(CharSequence finished) {
        if (anyLine) {
            lines.append('\n');
        }
        lines.append(finished);
        anyLine = true;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
