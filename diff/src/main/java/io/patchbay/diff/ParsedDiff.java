package io.patchbay.diff;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text holds of diffs: files, their hunks, and the lines of these, as places in the text.
 * The text may be a diff alone, a mail with a diff in it, or anything else; nothing is refused, and
 * what is no part of a diff belongs to no file.
 *
 * <p>Places are indexes of characters. Immutable.
 */
public final class ParsedDiff {

    private final LineTable lines;
    private final Spans fileSpans;
    private final Spans hunkSpans;
    private final List<DiffFile> files;

    private ParsedDiff(LineTable lines) {
        var structure = new Structure(lines);
        this.lines = lines;
        this.fileSpans = structure.files();
        this.hunkSpans = structure.hunks();
        var found = new ArrayList<DiffFile>(fileSpans.size());
        for (int file = 0; file < fileSpans.size(); file++) {
            found.add(new DiffFile(this, file, fileSpans.first(file), fileSpans.end(file)));
        }
        this.files = List.copyOf(found);
    }

    public static ParsedDiff of(String text) {
        return of(LineTable.of(text));
    }

    /** Of lines that are found already. */
    public static ParsedDiff of(LineTable lines) {
        return new ParsedDiff(lines);
    }

    public String text() {
        return lines.text();
    }

    /** All lines of the text. */
    public LineTable lines() {
        return lines;
    }

    /** In the order of the text; a file that is told of twice is there twice. */
    public List<DiffFile> files() {
        return files;
    }

    /**
     * The file whose part of the text holds the place; null if none does.
     *
     * @throws IndexOutOfBoundsException if the text has no such place
     */
    public @Nullable DiffFile fileAt(int place) {
        int file = fileSpans.holding(lines.lineAt(place));
        return file < 0 ? null : files.get(file);
    }

    /**
     * The hunk that holds the place, in its first line or below; null if none does.
     *
     * @throws IndexOutOfBoundsException if the text has no such place
     */
    public @Nullable Hunk hunkAt(int place) {
        int hunk = hunkSpans.holding(lines.lineAt(place));
        return hunk < 0 ? null : hunk(hunk);
    }

    /**
     * The line of a hunk that holds the place; null if none does, as in the first line of a hunk.
     *
     * @throws IndexOutOfBoundsException if the text has no such place
     */
    public @Nullable HunkLine lineAt(int place) {
        var hunk = hunkAt(place);
        return hunk == null ? null : hunk.tableLine(lines.lineAt(place));
    }

    Hunk hunk(int hunk) {
        return new Hunk(this, hunk, hunkSpans.first(hunk), hunkSpans.end(hunk));
    }

    int firstHunkOf(int file) {
        return file < fileSpans.size() ? fileSpans.number(file) : hunkSpans.size();
    }

    int firstLineOfHunk(int hunk) {
        return hunkSpans.first(hunk);
    }
}
