package io.patchbay.mail;

import io.patchbay.mail.diff.HunkHeader;
import io.patchbay.mail.text.LineRanges;

import org.jspecify.annotations.Nullable;

/**
 * Takes a text apart into what is said and the diff: a machine that looks at each line once. The
 * states and their oddities are Patchwork's, because hash and diff of every patch hang on them.
 */
final class BodySplit {

    private static final String NO_NEW_LINE = "\\ No newline at end of file";

    private static final String[] EXTENDED_HEADERS = {
        "old mode ",
        "new mode ",
        "deleted file mode ",
        "new file mode ",
        "copy from ",
        "copy to ",
        "rename from ",
        "rename to ",
        "similarity index ",
        "dissimilarity index ",
        "index "
    };

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

    private final String body;
    private final LineRanges text = new LineRanges();
    private final LineRanges diff = new LineRanges();

    /** Lines of which it is not yet known what they are. */
    private final LineRanges pending = new LineRanges();

    private State state = State.TEXT;
    private int hunks;
    private long removedLeft;
    private long addedLeft;

    private BodySplit(String body) {
        this.body = body;
        int start = 0;
        while (start < body.length()) {
            int end = body.indexOf('\n', start) + 1;
            line(start, end);
            start = end;
        }
        pending.moveTo(text);
    }

    /** Takes the text apart; it is read as if a line feed followed. */
    static BodySplit of(String body) {
        return new BodySplit(body + "\n");
    }

    /** What is said, or null. */
    @Nullable String text() {
        return text.of(body);
    }

    /** The diff, or null. */
    @Nullable String diff() {
        return diff.of(body);
    }

    private void line(int start, int end) {
        switch (state) {
            case TEXT -> inText(start, end);
            case HEAD -> inHead(start, end);
            case MINUS -> afterMinus(start, end);
            case PLUS -> afterPlus(start, end);
            case HUNK -> inHunk(start, end);
            case EXTENDED -> inExtendedHeaders(start, end);
            case BINARY -> inBinary(start, end);
        }
    }

    private void inText(int start, int end) {
        if (begins(start, "diff ") || begins(start, "Index: ")) {
            defer(start, end, State.HEAD);
        } else if (begins(start, "--- ")) {
            defer(start, end, State.MINUS);
        } else {
            text.add(start, end);
        }
    }

    private void inHead(int start, int end) {
        if (begins(start, "--- ")) {
            defer(start, end, State.MINUS);
        } else if (isExtendedHeader(start)) {
            defer(start, end, State.EXTENDED);
        } else {
            defer(start, end, State.HEAD);
        }
    }

    private void afterMinus(int start, int end) {
        if (begins(start, "+++ ")) {
            defer(start, end, State.PLUS);
        } else if (hunks > 0) {
            defer(start, end, State.HEAD);
        } else {
            pending.moveTo(text);
            text.add(start, end);
            state = State.TEXT;
        }
    }

    private void afterPlus(int start, int end) {
        var hunk = HunkHeader.at(body, start, end);
        if (hunk != null) {
            removedLeft = hunk.removed();
            addedLeft = hunk.added();
            keep(start, end, State.HUNK);
        } else if (begins(start, "--- ")) {
            keep(start, end, State.MINUS);
        } else if (hunks > 0 && begins(start, NO_NEW_LINE)) {
            // What is pending came earlier and still stays pending.
            diff.add(start, end);
        } else if (hunks > 0) {
            defer(start, end, State.HEAD);
        } else {
            pending.moveTo(text);
            text.add(start, end);
            state = State.TEXT;
        }
    }

    private void inHunk(int start, int end) {
        char sign = body.charAt(start);
        if (sign == '-') {
            removedLeft--;
        } else if (sign == '+') {
            addedLeft--;
        } else if (!begins(start, NO_NEW_LINE)) {
            removedLeft--;
            addedLeft--;
        }
        diff.add(start, end);
        if (removedLeft <= 0 && addedLeft <= 0) {
            hunks++;
            state = State.PLUS;
        }
    }

    private void inExtendedHeaders(int start, int end) {
        if (isExtendedHeader(start)) {
            keep(start, end, State.EXTENDED);
        } else if (begins(start, "--- ")) {
            keep(start, end, State.MINUS);
        } else if (begins(start, "GIT binary patch")) {
            keep(start, end, State.BINARY);
        } else {
            defer(start, end, State.HEAD);
        }
    }

    private void inBinary(int start, int end) {
        if (begins(start, "diff")) {
            // Not HEAD: the next file is taken up again from its "---" line.
            defer(start, end, State.TEXT);
        } else {
            keep(start, end, State.BINARY);
        }
    }

    private void defer(int start, int end, State next) {
        pending.add(start, end);
        state = next;
    }

    private void keep(int start, int end, State next) {
        pending.moveTo(diff);
        diff.add(start, end);
        state = next;
    }

    private boolean begins(int start, String words) {
        return body.startsWith(words, start);
    }

    private boolean isExtendedHeader(int start) {
        if ("ondcrsi".indexOf(body.charAt(start)) < 0) {
            return false;
        }
        for (var header : EXTENDED_HEADERS) {
            if (begins(start, header)) {
                return true;
            }
        }
        return false;
    }
}
