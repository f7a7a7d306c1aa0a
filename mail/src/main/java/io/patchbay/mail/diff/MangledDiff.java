package io.patchbay.mail.diff;

import io.patchbay.diff.LineKind;
import io.patchbay.diff.LineTable;

import java.util.BitSet;

/** A diff that nobody can read because a program put an empty line behind each line. */
public final class MangledDiff {

    private final LineTable lines;

    private MangledDiff(LineTable lines) {
        this.lines = lines;
    }

    /**
     * The text without the empty lines, from the diff on, and above it too if they stand there. A
     * command {@code diff --git} that was wrapped is one line again. A text without such a diff
     * stays as it is.
     */
    public static String mended(String text) {
        var mangled = new MangledDiff(LineTable.of(text));
        int begin = mangled.begin();
        return begin < 0 ? text : mangled.withoutEmptyLines(begin);
    }

    /** The first line that may begin a diff, and is followed by an empty one; -1 if none is. */
    private int begin() {
        for (int line = 0; line + 1 < lines.size(); line++) {
            var kind = lines.kind(line);
            boolean begins = kind.isDiff() || kind == LineKind.INDEX || kind == LineKind.OLD_FILE;
            if (begins && isEmpty(line + 1)) {
                return line;
            }
        }
        return -1;
    }

    private String withoutEmptyLines(int begin) {
        var gone = new BitSet(lines.size());
        for (int line = begin + 1; line < lines.size() && isEmpty(line); line += 2) {
            gone.set(line);
        }
        markAbove(begin, gone);
        var mended = new StringBuilder(lines.text().length());
        for (int line = 0; line < lines.size(); line++) {
            if (gone.get(line)) {
                continue;
            }
            int next = gone.get(line + 1) ? line + 2 : line + 1;
            if (next < lines.size() && isWrapped(line, next)) {
                mended.append(lines.line(line)).append(' ');
            } else {
                mended.append(lines.text(), lines.start(line), lines.end(line));
            }
        }
        return mended.toString();
    }

    /**
     * Paragraphs of one line look the same, but no two empty lines stand together there, and no
     * line that ends a message.
     */
    private void markAbove(int begin, BitSet gone) {
        int first = begin;
        boolean sure = false;
        while (first >= 2 && isEmpty(first - 1)) {
            first -= 2;
            sure |= isEmpty(first) || lines.line(first).equals("---");
        }
        for (int line = first + 1; sure && line < begin; line += 2) {
            gone.set(line);
        }
    }

    private boolean isWrapped(int line, int next) {
        return lines.kind(line) == LineKind.GIT_DIFF
                && lines.begins(next, "b/")
                && !lines.line(line).contains(" b/");
    }

    private boolean isEmpty(int line) {
        return lines.kind(line) == LineKind.EMPTY;
    }
}
