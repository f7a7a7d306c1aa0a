package io.patchbay.web.compare;

import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlTemplateOutput;

import io.patchbay.diff.compare.DiffRow;
import io.patchbay.diff.compare.DiffRow.Change;
import io.patchbay.diff.compare.DiffRow.Content;

import java.util.List;

/**
 * Lines of two patches or messages as HTML: the back tells which of the two has a line, the colour
 * of the letters what it does in its patch.
 */
record ComparedLines(List<DiffRow> rows) implements HtmlContent {

    private static final String HEADING = " ## ";

    @Override
    public void writeTo(HtmlTemplateOutput html) {
        int start = 0;
        while (start < rows.size()) {
            var look = look(rows.get(start));
            int end = start + 1;
            while (end < rows.size() && look(rows.get(end)).equals(look)) {
                end++;
            }
            write(html, look, rows.subList(start, end));
            start = end;
        }
    }

    private static void write(HtmlTemplateOutput html, String look, List<DiffRow> alike) {
        if (!look.isEmpty()) {
            html.writeContent("<span class=\"" + look + "\">");
        }
        for (var row : alike) {
            html.writeUserContent(line(row));
        }
        if (!look.isEmpty()) {
            html.writeContent("</span>");
        }
    }

    private static String line(DiffRow row) {
        return switch (row.change()) {
            case HUNK -> row.text().isEmpty() ? "@@\n" : "@@ " + row.text() + "\n";
            case CONTEXT -> " " + text(row) + "\n";
            case REMOVED -> "-" + text(row) + "\n";
            case ADDED -> "+" + text(row) + "\n";
        };
    }

    /** The name of a file without the signs around it. */
    private static String text(DiffRow row) {
        var text = row.text();
        return row.content() == Content.HEADING && text.startsWith(HEADING)
                ? " " + text.substring(HEADING.length(), text.length() - 3)
                : text;
    }

    /** The classes of a line. */
    private static String look(DiffRow row) {
        if (row.change() == Change.HUNK) {
            return "hunk";
        }
        var side =
                switch (row.change()) {
                    case REMOVED -> "old ";
                    case ADDED -> "new ";
                    case HUNK, CONTEXT -> "";
                };
        var role =
                switch (row.content()) {
                    case HEADING -> row.text().isEmpty() ? "" : "head";
                    case HUNK -> "at";
                    case ADDED -> "plus";
                    case REMOVED -> "minus";
                    case MESSAGE, CONTEXT -> "";
                };
        return (side + role).strip();
    }
}
