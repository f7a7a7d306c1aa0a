package io.patchbay.diff.compare;

import io.patchbay.diff.DiffFile;
import io.patchbay.diff.Hunk;
import io.patchbay.diff.HunkLine;
import io.patchbay.diff.ParsedDiff;
import io.patchbay.diff.compare.Interdiff.Shown;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a patch shows of a file: the lines that are there before it, and what it does to them. */
final class PatchedFile {

    private static final String NO_LINE_FEED = "\n\\ No newline at end of file";

    private final ParsedDiff diff;
    private final List<DiffFile> parts;

    /** Lines that are added before all others. */
    private final List<Shown> first = new ArrayList<>();

    private final List<Line> lines = new ArrayList<>();

    private PatchedFile(ParsedDiff diff, List<DiffFile> parts) {
        this.diff = diff;
        this.parts = parts;
        for (var part : parts) {
            for (var hunk : part.hunks()) {
                read(hunk);
            }
        }
    }

    /**
     * @param parts all that the diff says of the file
     */
    static PatchedFile of(ParsedDiff diff, List<DiffFile> parts) {
        return new PatchedFile(diff, parts);
    }

    /**
     * A line before the patch.
     *
     * @param oldNumber its number before the patch
     * @param number its number afterwards; 0 if it is removed
     * @param added what is added behind it
     */
    record Line(
            String text,
            long oldNumber,
            long number,
            boolean isRemoved,
            boolean isBehindGap,
            List<Shown> added) {

        Shown unchanged() {
            return new Shown(text, 0, isBehindGap);
        }

        void apply(List<Shown> after, boolean isGap) {
            int size = after.size();
            if (!isRemoved) {
                after.add(new Shown(text, number, isGap));
            }
            after.addAll(added);
            if (isGap && isRemoved && after.size() > size) {
                var next = after.get(size);
                after.set(size, new Shown(next.text(), next.number(), true));
            }
        }

        private Line withoutLineFeed() {
            return new Line(text + NO_LINE_FEED, oldNumber, number, isRemoved, isBehindGap, added);
        }
    }

    private void read(Hunk hunk) {
        boolean isFirst = true;
        HunkLine.Role last = HunkLine.Role.REMARK;
        for (var line : hunk.lines()) {
            var text = line.contentIn(diff);
            switch (line.role()) {
                case CONTEXT, REMOVED -> {
                    boolean isRemoved = line.role() == HunkLine.Role.REMOVED;
                    long number = isRemoved ? 0 : line.newNumber();
                    lines.add(
                            new Line(
                                    text,
                                    line.oldNumber(),
                                    number,
                                    isRemoved,
                                    isFirst,
                                    new ArrayList<>()));
                    isFirst = false;
                }
                case ADDED -> lastAdded().add(new Shown(text, line.newNumber(), false));
                case REMARK -> markLast(last);
            }
            last = line.role();
        }
    }

    private List<Shown> lastAdded() {
        return lines.isEmpty() ? first : lines.getLast().added();
    }

    /** A last line without a line feed is another line than one with it. */
    private void markLast(HunkLine.Role role) {
        var added = lastAdded();
        if (role == HunkLine.Role.ADDED && !added.isEmpty()) {
            var line = added.removeLast();
            added.add(new Shown(line.text() + NO_LINE_FEED, line.number(), line.isBehindGap()));
        } else if (role != HunkLine.Role.REMARK && !lines.isEmpty()) {
            lines.add(lines.removeLast().withoutLineFeed());
        }
    }

    List<Line> lines() {
        return lines;
    }

    static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    void addFirst(List<Shown> after) {
        after.addAll(first);
    }

    boolean isBinary() {
        return parts.stream().anyMatch(DiffFile::isBinary);
    }

    String text() {
        return parts.stream().map(DiffFile::text).collect(Collectors.joining());
    }

    /**
     * The file's name when the patch is applied; null if there is no such file then.
     *
     * @param name before
     * @param hasLines whether it is known to have any
     */
    @Nullable String nameAfter(String name, boolean hasLines) {
        if (parts.isEmpty()) {
            return hasLines ? name : null;
        }
        return parts.getLast().newPath();
    }
}
