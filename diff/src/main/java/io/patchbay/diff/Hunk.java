package io.patchbay.diff;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A place where a file is changed. Its lines are found from its counts, as far as these hold. */
public final class Hunk {

    private final ParsedDiff diff;
    private final int number;
    private final int headerLine;
    private final int endLine;
    private final HunkHeader header;
    private final int parents;

    /** How much of the first line is numbers and signs. */
    private final int headerLength;

    Hunk(ParsedDiff diff, int number, int headerLine, int endLine) {
        this.diff = diff;
        this.number = number;
        this.headerLine = headerLine;
        this.endLine = endLine;
        var lines = diff.lines();
        int start = lines.start(headerLine);
        int end = lines.end(headerLine);
        var combined = CombinedHeader.at(lines.text(), start, end);
        if (combined == null) {
            this.header = Objects.requireNonNull(lines.hunkHeader(headerLine));
            this.parents = 1;
            this.headerLength = lines.text().indexOf(" @@", start) + 3 - start;
        } else {
            this.header = combined.ofFirstParent();
            this.parents = combined.parents();
            this.headerLength = combined.length();
        }
    }

    /** Counted over all files of the diff, from 0. */
    public int number() {
        return number;
    }

    /** What the first line says; in a merge, of the first parent and the result. */
    public HunkHeader header() {
        return header;
    }

    /** How many old files the hunk compares with: 1, or more in a merge. */
    public int parents() {
        return parents;
    }

    /** Where the first line, the one with the numbers, begins. */
    public int start() {
        return diff.lines().start(headerLine);
    }

    /** Just behind the last line. */
    public int end() {
        return diff.lines().end(endLine - 1);
    }

    public String text() {
        return diff.text().substring(start(), end());
    }

    /** What stands behind the numbers, mostly the function that is changed; may be empty. */
    public String section() {
        var line = diff.lines().line(headerLine);
        var section = line.substring(headerLength);
        return section.startsWith(" ") ? section.substring(1) : section;
    }

    /** Without the one with the numbers. */
    public List<HunkLine> lines() {
        var found = new ArrayList<HunkLine>(endLine - headerLine - 1);
        var cursor = cursor();
        while (cursor.next()) {
            found.add(cursor.hunkLine());
        }
        return found;
    }

    /** Whether there are as many lines as the first line says. In a merge, of the first parent. */
    public boolean isComplete() {
        long oldCount = 0;
        long newCount = 0;
        var cursor = cursor();
        while (cursor.next()) {
            oldCount += cursor.oldNumber() < 0 ? 0 : 1;
            newCount += cursor.newNumber() < 0 ? 0 : 1;
        }
        return oldCount == header.oldCount() && newCount == header.newCount();
    }

    /** The line with that number in the old file; null if the hunk does not show it. */
    public @Nullable HunkLine oldLine(long number) {
        var cursor = cursor();
        while (cursor.next()) {
            if (cursor.oldNumber() == number && number >= 0) {
                return cursor.hunkLine();
            }
        }
        return null;
    }

    /** The line with that number in the new file; null if the hunk does not show it. */
    public @Nullable HunkLine newLine(long number) {
        var cursor = cursor();
        while (cursor.next()) {
            if (cursor.newNumber() == number && number >= 0) {
                return cursor.hunkLine();
            }
        }
        return null;
    }

    @Nullable HunkLine tableLine(int line) {
        var cursor = cursor();
        while (cursor.next()) {
            if (cursor.line() == line) {
                return cursor.hunkLine();
            }
        }
        return null;
    }

    HunkCursor cursor() {
        return new HunkCursor(diff.lines(), header, parents, headerLine, endLine);
    }
}
