package io.patchbay.diff.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.diff.compare.DiffRow.Change;
import io.patchbay.diff.compare.DiffRow.Content;
import io.patchbay.diff.lines.Changes;
import io.patchbay.diff.lines.Changes.Range;
import io.patchbay.diff.lines.LineDiff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The diff of two patches, or of two messages, as rows. */
final class RowsOfDiff {

    /** What git names a hunk of a diff of patches by. */
    private static final Pattern NAME = Pattern.compile(" ## (.*) ##|.?@@ (.*)");

    /** So many bytes of a name are shown. */
    private static final int LONGEST_NAME = 80;

    private final PatchText older;
    private final PatchText newer;
    private final Changes changes;
    private final List<DiffRow> rows = new ArrayList<>();

    private RowsOfDiff(PatchText older, PatchText newer) {
        this.older = older;
        this.newer = newer;
        this.changes = LineDiff.shown(older.lines(), newer.lines());
    }

    /** The hunks of the diff of two patches; empty if the patches are equal. */
    static List<DiffRow> ofPatches(PatchText older, PatchText newer) {
        var diff = new RowsOfDiff(older, newer);
        var name = "";
        int named = 0;
        for (var hunk : diff.changes.hunks()) {
            for (; named < hunk.oldStart(); named++) {
                var found = NAME.matcher(older.lines().get(named));
                if (found.matches()) {
                    name = shown(found.group(1) == null ? found.group(2) : found.group(1));
                }
            }
            diff.rows.add(new DiffRow(Change.HUNK, Content.HEADING, name));
            diff.add(hunk);
        }
        return List.copyOf(diff.rows);
    }

    /** All lines of two messages. */
    static List<DiffRow> ofMessages(String older, String newer) {
        var diff = new RowsOfDiff(message(older), message(newer));
        diff.add(new Range(0, diff.older.lines().size(), 0, diff.newer.lines().size()));
        return List.copyOf(diff.rows);
    }

    private static PatchText message(String message) {
        var lines = message.lines().toList();
        return new PatchText(lines, lines.size(), 0);
    }

    private static String shown(String name) {
        var bytes = name.getBytes(UTF_8);
        if (bytes.length <= LONGEST_NAME) {
            return name.stripTrailing();
        }
        int end = LONGEST_NAME;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, UTF_8).stripTrailing();
    }

    private void add(Range range) {
        int old = range.oldStart();
        int now = range.newStart();
        while (old < range.oldEnd() || now < range.newEnd()) {
            if (old < range.oldEnd() && changes.isRemoved(old)) {
                rows.add(row(Change.REMOVED, older, old++));
            } else if (now < range.newEnd() && changes.isAdded(now)) {
                rows.add(row(Change.ADDED, newer, now++));
            } else {
                rows.add(row(Change.CONTEXT, newer, now));
                old++;
                now++;
            }
        }
    }

    private static DiffRow row(Change change, PatchText text, int line) {
        return new DiffRow(change, text.contentOf(line), text.lines().get(line));
    }
}
