package io.patchbay.mail.text;

import io.patchbay.diff.LineTable;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Lines picked from a text: kept as ranges, neighbours as one, and copied once at the end. */
public final class LineRanges {

    /** The first line of each range and the one behind its last, alternating. */
    private int[] bounds = new int[8];

    private int used;

    public void add(int line) {
        add(line, line + 1);
    }

    private void add(int first, int end) {
        if (used > 0 && bounds[used - 1] == first) {
            bounds[used - 1] = end;
            return;
        }
        if (used == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * used);
        }
        bounds[used++] = first;
        bounds[used++] = end;
    }

    public void moveTo(LineRanges other) {
        for (int index = 0; index < used; index += 2) {
            other.add(bounds[index], bounds[index + 1]);
        }
        used = 0;
    }

    /** The last of the lines; -1 if there are none. */
    public int last() {
        return used == 0 ? -1 : bounds[used - 1] - 1;
    }

    /** How long the text is of those that stand before this line. */
    public int lengthBefore(LineTable lines, int line) {
        int length = 0;
        for (int index = 0; index < used && bounds[index] < line; index += 2) {
            int end = Math.min(bounds[index + 1], line);
            length += lines.end(end - 1) - start(lines, index);
        }
        return length;
    }

    /** The lines in the order in which they were picked, as one text; null if there are none. */
    public @Nullable String textOf(LineTable lines) {
        if (used == 0) {
            return null;
        }
        int first = start(lines, 0);
        if (used == 2) {
            return lines.text().substring(first, end(lines, 0));
        }
        var joined = new StringBuilder(length(lines));
        for (int index = 0; index < used; index += 2) {
            joined.append(lines.text(), start(lines, index), end(lines, index));
        }
        return joined.toString();
    }

    /** The same as a table, which is there already if the lines stand together. */
    public @Nullable LineTable of(LineTable lines) {
        if (used == 2) {
            return lines.part(bounds[0], bounds[1]);
        }
        var text = textOf(lines);
        return text == null ? null : LineTable.of(text);
    }

    private int start(LineTable lines, int index) {
        return lines.start(bounds[index]);
    }

    private int end(LineTable lines, int index) {
        return lines.end(bounds[index + 1] - 1);
    }

    private int length(LineTable lines) {
        int length = 0;
        for (int index = 0; index < used; index += 2) {
            length += end(lines, index) - start(lines, index);
        }
        return length;
    }
}
