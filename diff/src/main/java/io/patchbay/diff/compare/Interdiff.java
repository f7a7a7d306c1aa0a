package io.patchbay.diff.compare;

import io.patchbay.diff.DiffFile;
import io.patchbay.diff.ParsedDiff;
import io.patchbay.diff.lines.Changes;
import io.patchbay.diff.lines.Changes.Range;
import io.patchbay.diff.lines.LineDiff;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be done to a tree with one patch applied to make of it a tree with another, as far as
 * the patches show the files (range-diff §4). Lines are matched by what they say, so the patches
 * may be for trees that differ elsewhere.
 */
final class Interdiff {

    private final String name;
    private final PatchedFile older;
    private final PatchedFile newer;

    private Interdiff(String name, PatchedFile older, PatchedFile newer) {
        this.name = name;
        this.older = older;
        this.newer = newer;
    }

    /** A diff in git's form; empty if both make the same of what they show. */
    static String of(ParsedDiff older, ParsedDiff newer) {
        var before = filesOf(older);
        var after = filesOf(newer);
        var names = new LinkedHashMap<>(after);
        before.forEach(names::putIfAbsent);
        var text = new StringBuilder();
        for (var name : names.keySet()) {
            var old = before.getOrDefault(name, List.of());
            var now = after.getOrDefault(name, List.of());
            text.append(
                    new Interdiff(name, PatchedFile.of(older, old), PatchedFile.of(newer, now))
                            .text());
        }
        return text.toString();
    }

    /** By the name before the patch; of a new file, its own. */
    private static Map<String, List<DiffFile>> filesOf(ParsedDiff diff) {
        var files = new LinkedHashMap<String, List<DiffFile>>();
        for (var file : diff.files()) {
            var path = file.oldPath();
            files.computeIfAbsent(path == null ? file.path() : path, _ -> new ArrayList<>())
                    .add(file);
        }
        return files;
    }

    private String text() {
        var oldText = new ArrayList<Shown>();
        var newText = new ArrayList<Shown>();
        applyBoth(oldText, newText);
        var changes = LineDiff.shown(texts(oldText), texts(newText));
        var oldName = older.nameAfter(name, !oldText.isEmpty());
        var newName = newer.nameAfter(name, !newText.isEmpty());
        if (older.isBinary() || newer.isBinary()) {
            return older.text().equals(newer.text()) ? "" : header() + binary(oldName, newName);
        }
        if (changes.isEmpty()) {
            return "";
        }
        var text = new StringBuilder(header());
        text.append("--- ").append(oldName == null ? "/dev/null" : "a/" + oldName).append('\n');
        text.append("+++ ").append(newName == null ? "/dev/null" : "b/" + newName).append('\n');
        for (var hunk : hunks(changes, oldText, newText)) {
            add(text, hunk, changes, oldText, newText);
        }
        return text.toString();
    }

    private String header() {
        return "diff --git a/%s b/%s\n".formatted(name, name);
    }

    private static String binary(@Nullable String oldName, @Nullable String newName) {
        return "Binary files %s and %s differ\n"
                .formatted(
                        oldName == null ? "/dev/null" : "a/" + oldName,
                        newName == null ? "/dev/null" : "b/" + newName);
    }

    // --- Both texts -----------------------------------------------------------------------------

    /**
     * A line of a file after a patch.
     *
     * @param number 0 if the patch does not show the line
     * @param isBehindGap whether lines before it are not known
     */
    record Shown(String text, long number, boolean isBehindGap) {}

    /** A line that only one of the patches shows is, for the other, as it was. */
    private void applyBoth(List<Shown> oldText, List<Shown> newText) {
        var oldBase = older.lines();
        var newBase = newer.lines();
        var base = LineDiff.shown(PatchedFile.texts(oldBase), PatchedFile.texts(newBase));
        older.addFirst(oldText);
        newer.addFirst(newText);
        int old = 0;
        int now = 0;
        while (old < oldBase.size() || now < newBase.size()) {
            boolean isOld = old < oldBase.size() && base.isRemoved(old);
            boolean isNew = now < newBase.size() && base.isAdded(now);
            if (isOld && isNew) {
                isOld = oldBase.get(old).oldNumber() <= newBase.get(now).oldNumber();
            }
            if (isOld) {
                var line = oldBase.get(old++);
                newText.add(line.unchanged());
                line.apply(oldText, line.isBehindGap());
            } else if (isNew) {
                var line = newBase.get(now++);
                oldText.add(line.unchanged());
                line.apply(newText, line.isBehindGap());
            } else {
                var before = oldBase.get(old++);
                var after = newBase.get(now++);
                boolean isBehindGap = before.isBehindGap() && after.isBehindGap();
                before.apply(oldText, isBehindGap);
                after.apply(newText, isBehindGap);
            }
        }
    }

    private static List<String> texts(List<Shown> lines) {
        return lines.stream().map(Shown::text).toList();
    }

    // --- Hunks ----------------------------------------------------------------------------------

    /** The changes with the lines around them, as far as no gap is between. */
    private static List<Range> hunks(Changes changes, List<Shown> oldText, List<Shown> newText) {
        var hunks = new ArrayList<Range>();
        int previousEnd = 0;
        for (var run : changes.runs()) {
            int before = 0;
            while (before < Changes.CONTEXT
                    && run.oldStart() - before > previousEnd
                    && !isGapAt(oldText, run.oldStart() - before)
                    && !isGapAt(newText, run.newStart() - before)) {
                before++;
            }
            int after = 0;
            while (after < Changes.CONTEXT
                    && run.oldEnd() + after < oldText.size()
                    && run.newEnd() + after < newText.size()
                    && !changes.isRemoved(run.oldEnd() + after)
                    && !changes.isAdded(run.newEnd() + after)
                    && !isGapAt(oldText, run.oldEnd() + after)
                    && !isGapAt(newText, run.newEnd() + after)) {
                after++;
            }
            var hunk =
                    new Range(
                            run.oldStart() - before,
                            run.oldEnd() + after,
                            run.newStart() - before,
                            run.newEnd() + after);
            var last = hunks.isEmpty() ? null : hunks.getLast();
            boolean isJoined =
                    last != null
                            && last.oldEnd() == hunk.oldStart()
                            && last.newEnd() == hunk.newStart()
                            && !isGapAt(oldText, hunk.oldStart())
                            && !isGapAt(newText, hunk.newStart());
            if (last != null && isJoined) {
                hunks.removeLast();
                hunk = new Range(last.oldStart(), hunk.oldEnd(), last.newStart(), hunk.newEnd());
            }
            hunks.add(hunk);
            previousEnd = hunk.oldEnd();
        }
        return hunks;
    }

    private static boolean isGapAt(List<Shown> text, int line) {
        return line < text.size() && text.get(line).isBehindGap();
    }

    private static void add(
            StringBuilder text,
            Range hunk,
            Changes changes,
            List<Shown> oldText,
            List<Shown> newText) {
        var oldLines = oldText.subList(hunk.oldStart(), hunk.oldEnd());
        var newLines = newText.subList(hunk.newStart(), hunk.newEnd());
        long oldNumber = numberOf(oldLines);
        long newNumber = numberOf(newLines);
        text.append("@@ -").append(place(oldNumber == 0 ? newNumber : oldNumber, oldLines));
        text.append(" +").append(place(newNumber == 0 ? oldNumber : newNumber, newLines));
        text.append(" @@\n");
        int old = hunk.oldStart();
        int now = hunk.newStart();
        while (old < hunk.oldEnd() || now < hunk.newEnd()) {
            if (old < hunk.oldEnd() && changes.isRemoved(old)) {
                text.append('-').append(oldText.get(old++).text()).append('\n');
            } else if (now < hunk.newEnd() && changes.isAdded(now)) {
                text.append('+').append(newText.get(now++).text()).append('\n');
            } else {
                text.append(' ').append(newText.get(now++).text()).append('\n');
                old++;
            }
        }
    }

    private static String place(long number, List<Shown> lines) {
        return (lines.isEmpty() ? Math.max(0, number - 1) : number) + "," + lines.size();
    }

    /** Of the first of the lines, by one whose number is known; 0 if none is. */
    private static long numberOf(List<Shown> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).number() > 0) {
                return Math.max(1, lines.get(at).number() - at);
            }
        }
        return 0;
    }
}
