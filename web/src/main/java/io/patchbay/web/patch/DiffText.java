package io.patchbay.web.patch;

import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlTemplateOutput;

import io.patchbay.web.patch.DiffLines.Kind;

import java.util.ArrayList;
import java.util.List;

/**
 * A diff as HTML: files, hunks, added and removed lines are told apart (web-ui.md §5).
 *
 * @param anchors what the anchor of a file begins with; its number follows
 */
public record DiffText(String diff, String anchors) implements HtmlContent {

    DiffText(String diff) {
        this(diff, "file-");
    }

    /** A file that a diff touches; the n-th has the anchor {@code file-n}. */
    public record TouchedFile(int number, String name, int added, int removed) {}

    /** What a diff does altogether. */
    public record Changes(List<TouchedFile> files) {

        public int added() {
            return files.stream().mapToInt(TouchedFile::added).sum();
        }

        public int removed() {
            return files.stream().mapToInt(TouchedFile::removed).sum();
        }
    }

    Changes changes() {
        var files = new ArrayList<TouchedFile>();
        var lines = new DiffLines(diff);
        String name = null;
        int added = 0;
        int removed = 0;
        while (lines.next()) {
            switch (lines.kind()) {
                case FILE -> {
                    if (name != null) {
                        files.add(new TouchedFile(files.size() + 1, name, added, removed));
                    }
                    name = nameIn(lines.line(), "");
                    added = 0;
                    removed = 0;
                }
                case HEADER -> name = nameIn(lines.line(), name == null ? "" : name);
                case ADDED -> added++;
                case REMOVED -> removed++;
                case HUNK, CHANGED, CONTEXT -> {}
            }
        }
        if (name != null) {
            files.add(new TouchedFile(files.size() + 1, name, added, removed));
        }
        return new Changes(files);
    }

    @Override
    public void writeTo(HtmlTemplateOutput html) {
        var lines = new DiffLines(diff);
        var open = Kind.CONTEXT;
        int start = 0;
        int end = 0;
        int file = 0;
        while (lines.next()) {
            var kind = lines.kind();
            boolean alone = kind == Kind.FILE || kind == Kind.HUNK;
            if (alone || kind != open) {
                file = write(html, open, start, end, file);
                open = kind;
                start = lines.start();
            }
            end = lines.end();
        }
        write(html, open, start, end, file);
    }

    /** Writes lines of one kind; returns the number of the file reached. */
    private int write(HtmlTemplateOutput html, Kind kind, int start, int end, int file) {
        if (start == end) {
            return file;
        }
        var part = diff.substring(start, end);
        switch (kind) {
            case FILE -> {
                html.writeContent("<span class=\"file\" id=\"" + anchors + (file + 1) + "\">");
                html.writeUserContent(part);
                html.writeContent("</span>");
                return file + 1;
            }
            case HEADER -> writeMarked(html, "<span class=\"file\">", part);
            case HUNK -> writeHunk(html, part);
            case ADDED -> writeMarked(html, "<span class=\"add\">", part);
            case REMOVED -> writeMarked(html, "<span class=\"del\">", part);
            case CHANGED -> writeMarked(html, "<span class=\"chg\">", part);
            case CONTEXT -> html.writeUserContent(part);
        }
        return file;
    }

    private static void writeHunk(HtmlTemplateOutput html, String line) {
        int close = line.indexOf("@@", 2);
        int behind = close < 0 ? line.length() : close + 2;
        html.writeContent("<span class=\"hunk\">");
        html.writeUserContent(line.substring(0, behind));
        if (behind < line.length()) {
            writeMarked(html, "<span class=\"where\">", line.substring(behind));
        }
        html.writeContent("</span>");
    }

    private static void writeMarked(HtmlTemplateOutput html, String tag, String part) {
        html.writeContent(tag);
        html.writeUserContent(part);
        html.writeContent("</span>");
    }

    /** The file that a header line names, else what was known. */
    private static String nameIn(String line, String known) {
        if (line.startsWith("diff --git ")) {
            int second = line.lastIndexOf(" b/");
            return second < 0 ? line.substring(11) : line.substring(second + 3);
        }
        if (line.startsWith("Index: ")) {
            return line.substring(7);
        }
        if (line.startsWith("--- ") || line.startsWith("+++ ") || line.startsWith("*** ")) {
            int tab = line.indexOf('\t');
            var name = line.substring(4, tab < 0 ? line.length() : tab).strip();
            return name.equals("/dev/null") ? known : withoutSide(name);
        }
        return known;
    }

    private static String withoutSide(String name) {
        return name.startsWith("a/") || name.startsWith("b/") ? name.substring(2) : name;
    }
}
