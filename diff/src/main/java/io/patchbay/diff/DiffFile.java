package io.patchbay.diff;

import io.patchbay.diff.HunkLine.Role;

import org.jspecify.annotations.Nullable;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/**
 * What a diff says of a file: a header, and hunks, if there are any. Lines between the hunks that
 * belong to nothing are within its part of the text.
 */
public final class DiffFile {

    /** What becomes of the file; the names are those of {@code git diff --name-status}. */
    public enum Status {
        ADDED,
        DELETED,
        /** Text, mode or both. */
        MODIFIED,
        RENAMED,
        COPIED
    }

    private final ParsedDiff diff;
    private final int number;
    private final int firstLine;
    private final int endLine;

    private @Nullable FileNames names;

    DiffFile(ParsedDiff diff, int number, int firstLine, int endLine) {
        this.diff = diff;
        this.number = number;
        this.firstLine = firstLine;
        this.endLine = endLine;
    }

    /** Counted from 0. */
    public int number() {
        return number;
    }

    /** Where the part of the text begins that is about the file. */
    public int start() {
        return diff.lines().start(firstLine);
    }

    /** Just behind that part. */
    public int end() {
        return diff.lines().end(endLine - 1);
    }

    public String text() {
        return diff.text().substring(start(), end());
    }

    // --- Names ----------------------------------------------------------------------------------

    /**
     * As the diff writes it: with a prefix like {@code a/}, if it has one; without quotes, escapes
     * and times. Null for a file that was not there, and where no name is told.
     */
    public @Nullable String oldName() {
        return names().oldName();
    }

    /** Like {@link #oldName}; null for a file that will not be there. */
    public @Nullable String newName() {
        return names().newName();
    }

    /** The name without prefix: where the file is in its project. Null like {@link #oldName}. */
    public @Nullable String oldPath() {
        return names().oldPath();
    }

    /** Null like {@link #newName}. */
    public @Nullable String newPath() {
        return names().newPath();
    }

    /** The new path, of a file that is removed the old one; empty if no name is told. */
    public String path() {
        var newPath = newPath();
        var path = newPath == null ? oldPath() : newPath;
        return path == null ? "" : path;
    }

    private FileNames names() {
        var known = names;
        if (known == null) {
            known = FileNames.of(diff.lines(), firstLine, headerEnd());
            names = known;
        }
        return known;
    }

    // --- Header ---------------------------------------------------------------------------------

    public Status status() {
        if (header(ExtendedHeader.RENAME_TO) != null) {
            return Status.RENAMED;
        }
        if (header(ExtendedHeader.COPY_TO) != null) {
            return Status.COPIED;
        }
        if (newName() == null && oldName() != null) {
            return Status.DELETED;
        }
        return oldName() == null && newName() != null ? Status.ADDED : Status.MODIFIED;
    }

    /** The value of a line that git writes into the header, as it stands there; null without it. */
    public @Nullable String header(ExtendedHeader header) {
        return FileNames.header(diff.lines(), firstLine, headerEnd(), header);
    }

    /** Of a file that is there before, if the diff tells: {@code 100644}. */
    public @Nullable String oldMode() {
        var mode = header(ExtendedHeader.OLD_MODE);
        var deleted = mode == null ? header(ExtendedHeader.DELETED_FILE_MODE) : mode;
        return deleted == null && oldName() != null ? modeOfIndex() : deleted;
    }

    /** Of a file that is there afterwards, if the diff tells. */
    public @Nullable String newMode() {
        var mode = header(ExtendedHeader.NEW_MODE);
        var added = mode == null ? header(ExtendedHeader.NEW_FILE_MODE) : mode;
        return added == null && newName() != null ? modeOfIndex() : added;
    }

    private @Nullable String modeOfIndex() {
        var index = header(ExtendedHeader.INDEX);
        int blank = index == null ? -1 : index.indexOf(' ');
        return index == null || blank < 0 ? null : index.substring(blank + 1);
    }

    /** Whether the content is no text, shown or not. */
    public boolean isBinary() {
        for (int line = firstLine; line < headerEnd(); line++) {
            var kind = diff.lines().kind(line);
            if (kind == LineKind.GIT_BINARY || kind == LineKind.BINARY_FILES) {
                return true;
            }
        }
        return false;
    }

    private int headerEnd() {
        int hunk = diff.firstHunkOf(number);
        return hunk < diff.firstHunkOf(number + 1) ? diff.firstLineOfHunk(hunk) : endLine;
    }

    // --- Hunks ----------------------------------------------------------------------------------

    /** In the order of the text. */
    public List<Hunk> hunks() {
        int first = diff.firstHunkOf(number);
        int size = diff.firstHunkOf(number + 1) - first;
        return new AbstractList<>() {
            @Override
            public Hunk get(int index) {
                return diff.hunk(first + Objects.checkIndex(index, size));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** How many lines the hunks add. */
    public int added() {
        return count(Role.ADDED);
    }

    /** How many lines the hunks remove. */
    public int removed() {
        return count(Role.REMOVED);
    }

    private int count(Role role) {
        int count = 0;
        for (var hunk : hunks()) {
            var cursor = hunk.cursor();
            while (cursor.next()) {
                count += cursor.role() == role ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * The line with that number in the old file, if a hunk shows it. Looks at the hunks from the
     * first on, since in a damaged diff they stand in any order.
     */
    public @Nullable HunkLine oldLine(long number) {
        for (var hunk : hunks()) {
            var line = hunk.oldLine(number);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /** The line with that number in the new file, if a hunk shows it. */
    public @Nullable HunkLine newLine(long number) {
        for (var hunk : hunks()) {
            var line = hunk.newLine(number);
            if (line != null) {
                return line;
            }
        }
        return null;
    }
}
