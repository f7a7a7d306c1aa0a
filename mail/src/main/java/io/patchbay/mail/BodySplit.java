package io.patchbay.mail;

import io.patchbay.diff.LineKind;
import io.patchbay.diff.LineTable;
import io.patchbay.mail.text.LineRanges;

import org.jspecify.annotations.Nullable;

/**
 * Takes a text apart into what is said and the diff: a machine over the kinds of its lines. The
 * states and their oddities are Patchwork's, because hash and diff of every patch hang on them; it
 * has none for a command that no diff follows, for the file after a binary one, and for a merge
 * (mail-ingest §11).
 */
final class BodySplit {

    private enum State {
        /** Outside any diff. */
        TEXT,
        /** After a line that may begin the first diff, or be prose that begins so. */
        COMMAND,
        /** After a line that begins the diff of a file, or behind a hunk. */
        HEAD,
        /** After {@code ---}. */
        MINUS,
        /** After {@code +++}, or after a complete hunk. */
        PLUS,
        /** In a hunk. */
        HUNK,
        /** In a hunk of a merge. */
        COMBINED_HUNK,
        /** After an extended header line of git. */
        EXTENDED,
        /** In a binary patch. */
        BINARY
    }

    private final LineTable lines;
    private final LineRanges text = new LineRanges();
    private final LineRanges diff = new LineRanges();

    /** Lines of which it is not yet known what they are. */
    private final LineRanges pending = new LineRanges();

    private State state = State.TEXT;

    /** The kind of the line that began the diff of a file; OTHER if names alone did. */
    private LineKind command = LineKind.OTHER;

    private int combinedEnd;
    private int hunks;
    private long removedLeft;
    private long addedLeft;

    private BodySplit(LineTable lines, int first) {
        this.lines = lines;
        for (int line = first; line < lines.size(); line++) {
            read(line, lines.kind(line));
        }
        pending.moveTo(text);
    }

    /** Takes the text apart; it is read as if a line feed followed. */
    static BodySplit of(String body) {
        return of(body, 0);
    }

    /**
     * @param first the lines before it are neither text nor diff
     */
    static BodySplit of(String body, int first) {
        return new BodySplit(LineTable.of(body + "\n"), first);
    }

    /** What is said, or null. */
    @Nullable String text() {
        return text.textOf(lines);
    }

    /** How much of {@link #text} stands before the end of the diff; 0 if there is no diff. */
    int lengthBeforeDiffEnds() {
        return text.lengthBefore(lines, diff.last());
    }

    boolean hasDiff() {
        return diff.last() >= 0;
    }

    /** The diff, or null. */
    @Nullable String diff() {
        return diff.textOf(lines);
    }

    /** The diff as lines, or null. */
    @Nullable LineTable diffLines() {
        return diff.of(lines);
    }

    /** The lines of another text that stand where those of the diff do in this one, or null. */
    @Nullable String diffOf(LineTable others) {
        return others.size() == lines.size() ? diff.textOf(others) : null;
    }

    private void read(int line, LineKind kind) {
        if (beginsFile(kind) && state != State.HUNK && state != State.COMBINED_HUNK) {
            command = kind;
        }
        switch (state) {
            case TEXT -> inText(line, kind);
            case COMMAND -> afterCommand(line, kind);
            case HEAD -> inHead(line, kind);
            case MINUS -> afterMinus(line, kind);
            case PLUS -> afterPlus(line, kind);
            case HUNK -> inHunk(line, kind);
            case COMBINED_HUNK -> inCombinedHunk(line);
            case EXTENDED -> inExtendedHeaders(line, kind);
            case BINARY -> inBinary(line, kind);
        }
    }

    private static boolean beginsFile(LineKind kind) {
        return kind.isDiff() || kind == LineKind.INDEX;
    }

    private void inText(int line, LineKind kind) {
        if (beginsFile(kind)) {
            defer(line, State.COMMAND);
        } else if (kind == LineKind.OLD_FILE) {
            defer(line, State.MINUS);
        } else {
            text.add(line);
        }
    }

    /** An empty line comes sooner behind prose than behind a command. */
    private void afterCommand(int line, LineKind kind) {
        boolean isHeader = kind == LineKind.EXTENDED_HEADER && isOfGit(command);
        if (isHeader || kind == LineKind.OLD_FILE || kind == LineKind.BINARY_FILES) {
            inHead(line, kind);
        } else if (kind == LineKind.HUNK || lines.begins(line, "====")) {
            defer(line, State.HEAD);
        } else if (isBlank(line, kind)) {
            leave(line);
        } else {
            defer(line, State.COMMAND);
        }
    }

    /** Only git writes such headers, and prose may begin like one too. */
    private static boolean isOfGit(LineKind command) {
        return command == LineKind.GIT_DIFF || command == LineKind.COMBINED_DIFF;
    }

    private boolean isBlank(int line, LineKind kind) {
        return kind == LineKind.EMPTY || kind == LineKind.CONTEXT && lines.line(line).isBlank();
    }

    private void inHead(int line, LineKind kind) {
        if (kind == LineKind.OLD_FILE) {
            defer(line, State.MINUS);
        } else if (kind == LineKind.EXTENDED_HEADER) {
            defer(line, State.EXTENDED);
        } else if (kind == LineKind.BINARY_FILES && line > 0 && lines.kind(line - 1).isDiff()) {
            keep(line, State.HEAD);
        } else {
            defer(line, State.HEAD);
        }
    }

    private void afterMinus(int line, LineKind kind) {
        if (kind == LineKind.NEW_FILE) {
            defer(line, State.PLUS);
        } else if (hunks > 0) {
            defer(line, State.HEAD);
        } else {
            leave(line);
        }
    }

    private void afterPlus(int line, LineKind kind) {
        var hunk = lines.hunkHeader(line);
        if (hunk != null) {
            removedLeft = hunk.oldCount();
            addedLeft = hunk.newCount();
            keep(line, State.HUNK);
        } else if (kind == LineKind.COMBINED_HUNK && command == LineKind.COMBINED_DIFF) {
            combinedEnd = lines.endOfCombinedHunk(line);
            keep(line, combinedEnd > line + 1 ? State.COMBINED_HUNK : State.PLUS);
        } else if (kind == LineKind.OLD_FILE) {
            command = LineKind.OTHER;
            keep(line, State.MINUS);
        } else if (hunks > 0 && kind == LineKind.NO_NEWLINE) {
            // What is pending came earlier and still stays pending.
            diff.add(line);
        } else if (hunks > 0) {
            defer(line, State.HEAD);
        } else {
            leave(line);
        }
    }

    private void inHunk(int line, LineKind kind) {
        switch (kind) {
            case REMOVED, OLD_FILE -> removedLeft--;
            case ADDED, NEW_FILE -> addedLeft--;
            case NO_NEWLINE -> {
                // is no line of either file
            }
            default -> {
                removedLeft--;
                addedLeft--;
            }
        }
        diff.add(line);
        if (removedLeft <= 0 && addedLeft <= 0) {
            hunks++;
            state = State.PLUS;
        }
    }

    private void inCombinedHunk(int line) {
        diff.add(line);
        if (line + 1 == combinedEnd) {
            hunks++;
            state = State.PLUS;
        }
    }

    private void inExtendedHeaders(int line, LineKind kind) {
        if (kind == LineKind.EXTENDED_HEADER) {
            keep(line, State.EXTENDED);
        } else if (kind == LineKind.OLD_FILE) {
            keep(line, State.MINUS);
        } else if (kind == LineKind.GIT_BINARY) {
            keep(line, State.BINARY);
        } else if (kind == LineKind.BINARY_FILES) {
            keep(line, State.HEAD);
        } else {
            defer(line, State.HEAD);
        }
    }

    private void inBinary(int line, LineKind kind) {
        if (kind.isDiff()) {
            defer(line, State.HEAD);
        } else {
            keep(line, State.BINARY);
        }
    }

    /** What was pending was no diff. */
    private void leave(int line) {
        pending.moveTo(text);
        text.add(line);
        state = State.TEXT;
    }

    private void defer(int line, State next) {
        pending.add(line);
        state = next;
    }

    private void keep(int line, State next) {
        pending.moveTo(diff);
        diff.add(line);
        state = next;
    }
}
