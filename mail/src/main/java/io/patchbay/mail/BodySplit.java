package io.patchbay.mail;

import io.patchbay.diff.LineKind;
import io.patchbay.diff.LineTable;
import io.patchbay.mail.text.LineRanges;

import org.jspecify.annotations.Nullable;

/**
 * Takes a text apart into what is said and the diff: a machine over the kinds of its lines. The
 * states and their oddities are Patchwork's, because hash and diff of every patch hang on them
 * (mail-ingest §11).
 */
final class BodySplit {

    private enum State {
        /** Outside any diff. */
        TEXT,
        /** After a line that may begin the diff of a file. */
        HEAD,
        /** After {@code ---}. */
        MINUS,
        /** After {@code +++}, or after a complete hunk. */
        PLUS,
        /** In a hunk. */
        HUNK,
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
    private int hunks;
    private long removedLeft;
    private long addedLeft;

    private BodySplit(LineTable lines) {
        this.lines = lines;
        for (int line = 0; line < lines.size(); line++) {
            read(line, lines.kind(line));
        }
        pending.moveTo(text);
    }

    /** Takes the text apart; it is read as if a line feed followed. */
    static BodySplit of(String body) {
        return new BodySplit(LineTable.of(body + "\n"));
    }

    /** What is said, or null. */
    @Nullable String text() {
        return text.textOf(lines);
    }

    /** How much of {@link #text} stands before the end of the diff; 0 if there is no diff. */
    int lengthBeforeDiffEnds() {
        return text.lengthBefore(lines, diff.last());
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
        switch (state) {
            case TEXT -> inText(line, kind);
            case HEAD -> inHead(line, kind);
            case MINUS -> afterMinus(line, kind);
            case PLUS -> afterPlus(line, kind);
            case HUNK -> inHunk(line, kind);
            case EXTENDED -> inExtendedHeaders(line, kind);
            case BINARY -> inBinary(line);
        }
    }

    private void inText(int line, LineKind kind) {
        if (kind.isDiff() || kind == LineKind.INDEX) {
            defer(line, State.HEAD);
        } else if (kind == LineKind.OLD_FILE) {
            defer(line, State.MINUS);
        } else {
            text.add(line);
        }
    }

    private void inHead(int line, LineKind kind) {
        if (kind == LineKind.OLD_FILE) {
            defer(line, State.MINUS);
        } else if (kind == LineKind.EXTENDED_HEADER) {
            defer(line, State.EXTENDED);
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
            pending.moveTo(text);
            text.add(line);
            state = State.TEXT;
        }
    }

    private void afterPlus(int line, LineKind kind) {
        var hunk = lines.hunkHeader(line);
        if (hunk != null) {
            removedLeft = hunk.oldCount();
            addedLeft = hunk.newCount();
            keep(line, State.HUNK);
        } else if (kind == LineKind.OLD_FILE) {
            keep(line, State.MINUS);
        } else if (hunks > 0 && kind == LineKind.NO_NEWLINE) {
            // What is pending came earlier and still stays pending.
            diff.add(line);
        } else if (hunks > 0) {
            defer(line, State.HEAD);
        } else {
            pending.moveTo(text);
            text.add(line);
            state = State.TEXT;
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

    private void inExtendedHeaders(int line, LineKind kind) {
        if (kind == LineKind.EXTENDED_HEADER) {
            keep(line, State.EXTENDED);
        } else if (kind == LineKind.OLD_FILE) {
            keep(line, State.MINUS);
        } else if (kind == LineKind.GIT_BINARY) {
            keep(line, State.BINARY);
        } else {
            defer(line, State.HEAD);
        }
    }

    private void inBinary(int line) {
        if (lines.begins(line, "diff")) {
            // Not HEAD: the next file is taken up again from its "---" line.
            defer(line, State.TEXT);
        } else {
            keep(line, State.BINARY);
        }
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
