package io.patchbay.diff.compare;

import io.patchbay.diff.DiffFile;
import io.patchbay.diff.ExtendedHeader;
import io.patchbay.diff.HunkLine;
import io.patchbay.diff.ParsedDiff;
import io.patchbay.diff.compare.DiffRow.Content;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A patch as the text that {@code git range-diff} compares: headings in front of author, message
 * and each file; no numbers of lines, no ids of files (range-diff §1).
 *
 * @param diffStart the first line that is of the diff
 * @param diffSize how many lines the diff has for the cost: the blank ones between files do not
 *     count
 */
record PatchText(List<String> lines, int diffStart, int diffSize) {

    private static final int TAB = 8;
    private static final String INDENT = " ".repeat(4);

    static PatchText of(String author, String message, ParsedDiff diff) {
        var lines = new ArrayList<String>();
        lines.add(" ## Metadata ##");
        lines.add("Author: " + author);
        lines.add("");
        lines.add(" ## Commit message ##");
        for (var line : message.split("\n", -1)) {
            lines.add(line.isBlank() ? "" : INDENT + withoutTabs(line.stripTrailing()));
        }
        lines.add("");
        int start = lines.size();
        for (var file : diff.files()) {
            if (lines.size() > start) {
                lines.add("");
            }
            add(lines, file, diff);
        }
        int blanks = Math.max(0, diff.files().size() - 1);
        return new PatchText(List.copyOf(lines), start, lines.size() - start - blanks);
    }

    /** The same without author and message. */
    PatchText diff() {
        return new PatchText(diffLines(), 0, diffSize);
    }

    List<String> diffLines() {
        return lines.subList(diffStart, lines.size());
    }

    Content contentOf(int line) {
        var text = lines.get(line);
        if (line < diffStart) {
            return text.startsWith(" ## ") ? Content.HEADING : Content.MESSAGE;
        }
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '+' -> Content.ADDED;
            case '-' -> Content.REMOVED;
            case '@' -> Content.HUNK;
            default ->
                    text.isEmpty() || text.startsWith(" ## ") && text.endsWith(" ##")
                            ? Content.HEADING
                            : Content.CONTEXT;
        };
    }

    private static void add(List<String> lines, DiffFile file, ParsedDiff diff) {
        lines.add(heading(file));
        if (file.isBinary()) {
            lines.add(
                    " Binary files %s and %s differ"
                            .formatted(nameOf(file.oldPath()), nameOf(file.newPath())));
        }
        for (var hunk : file.hunks()) {
            var section = hunk.section();
            lines.add(section.isEmpty() ? "@@" : "@@ " + file.path() + ": " + section);
            for (var line : hunk.lines()) {
                lines.add(lineOf(line, diff));
            }
        }
    }

    private static String nameOf(@Nullable String path) {
        return path == null ? "/dev/null" : path;
    }

    private static String lineOf(HunkLine line, ParsedDiff diff) {
        var content = diff.text().substring(line.contentStart(), line.end());
        var text = content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
        return switch (line.role()) {
            case CONTEXT -> " " + text;
            case ADDED -> "+" + text;
            case REMOVED -> "-" + text;
            case REMARK -> " \\ No newline at end of file";
        };
    }

    private static String heading(DiffFile file) {
        var heading = new StringBuilder(" ## ");
        switch (file.status()) {
            case ADDED -> heading.append(file.path()).append(" (new)");
            case DELETED -> heading.append(file.path()).append(" (deleted)");
            case RENAMED -> heading.append(file.oldPath()).append(" => ").append(file.newPath());
            case MODIFIED, COPIED -> heading.append(file.path());
        }
        var oldMode = file.header(ExtendedHeader.OLD_MODE);
        var newMode = file.header(ExtendedHeader.NEW_MODE);
        if (oldMode != null && newMode != null && !oldMode.equals(newMode)) {
            heading.append(" (mode change %s => %s)".formatted(oldMode, newMode));
        }
        return heading.append(" ##").toString();
    }

    /** As {@code git log} shows a message: with blanks up to each eighth column. */
    private static String withoutTabs(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        var text = new StringBuilder();
        int columns = 0;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '\t') {
                int blanks = TAB - columns % TAB;
                text.append(" ".repeat(blanks));
                columns += blanks;
            } else {
                text.append(character);
                columns += Character.isLowSurrogate(character) ? 0 : 1;
            }
        }
        return text.toString();
    }
}
