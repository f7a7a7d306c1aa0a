package io.patchbay.diff.compare;

import io.patchbay.diff.compare.DiffRow.Change;
import io.patchbay.diff.compare.PatchPair.Status;

/**
 * The sequences that colour a range-diff: those of {@code git range-diff} with {@code dual-color},
 * where bold lines are new in the newer patch, and dim ones gone from the older.
 */
record Palette(
        String reset,
        String commit,
        String hunk,
        String removed,
        String added,
        String removedDim,
        String addedDim,
        String contextDim,
        String removedBold,
        String addedBold,
        String contextBold,
        String reverse) {

    private static final String ESCAPE = "\u001b[";

    static final Palette NONE = new Palette("", "", "", "", "", "", "", "", "", "", "", "");

    static final Palette GIT =
            new Palette(
                    ESCAPE + "m",
                    ESCAPE + "33m",
                    ESCAPE + "36m",
                    ESCAPE + "31m",
                    ESCAPE + "32m",
                    ESCAPE + "2;31m",
                    ESCAPE + "2;32m",
                    ESCAPE + "2m",
                    ESCAPE + "1;31m",
                    ESCAPE + "1;32m",
                    ESCAPE + "1m",
                    ESCAPE + "7m");

    String of(Status status) {
        return switch (status) {
            case EQUAL, CHANGED -> commit;
            case DROPPED -> removed;
            case ADDED -> added;
        };
    }

    void addHunk(StringBuilder text, String name) {
        text.append(reverse).append(hunk).append("@@").append(reset);
        if (!name.isEmpty()) {
            text.append(' ').append(reset).append(name).append(reset);
        }
    }

    void add(StringBuilder text, DiffRow row) {
        var colour = colour(row);
        switch (row.change()) {
            case HUNK, CONTEXT -> addColoured(text, colour, " " + row.text());
            case REMOVED -> addSigned(text, removed, "-", colour, row.text());
            case ADDED -> addSigned(text, added, "+", colour, row.text());
        }
    }

    private String colour(DiffRow row) {
        boolean isOld = row.change() == Change.REMOVED;
        boolean isNew = row.change() == Change.ADDED;
        return switch (row.text().isEmpty() ? ' ' : row.text().charAt(0)) {
            case '@' -> hunk;
            case '+' -> isOld ? addedDim : isNew ? addedBold : added;
            case '-' -> isOld ? removedDim : isNew ? removedBold : removed;
            default -> isOld ? contextDim : isNew ? contextBold : "";
        };
    }

    private void addSigned(
            StringBuilder text, String sign, String letter, String colour, String line) {
        text.append(reverse).append(sign).append(letter).append(reset);
        if (!line.isEmpty()) {
            addColoured(text, colour, line);
        }
    }

    private void addColoured(StringBuilder text, String colour, String line) {
        text.append(colour).append(line).append(reset);
    }
}
