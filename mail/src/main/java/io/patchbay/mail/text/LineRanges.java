package io.patchbay.mail.text;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Lines picked from a text: kept as ranges, neighbours as one, and copied once at the end. */
public final class LineRanges {

    /** Start and end of each range, alternating. */
    private int[] bounds = new int[8];

    private int used;

    public void add(int start, int end) {
        if (used > 0 && bounds[used - 1] == start) {
            bounds[used - 1] = end;
            return;
        }
        if (used == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * used);
        }
        bounds[used++] = start;
        bounds[used++] = end;
    }

    public void moveTo(LineRanges other) {
        for (int index = 0; index < used; index += 2) {
            other.add(bounds[index], bounds[index + 1]);
        }
        used = 0;
    }

    /** The lines in the order in which they were picked; null if there are none. */
    public @Nullable String of(String text) {
        if (used <= 2) {
            return used == 0 ? null : text.substring(bounds[0], bounds[1]);
        }
        var joined = new StringBuilder(length());
        for (int index = 0; index < used; index += 2) {
            joined.append(text, bounds[index], bounds[index + 1]);
        }
        return joined.toString();
    }

    private int length() {
        int length = 0;
        for (int index = 0; index < used; index += 2) {
            length += bounds[index + 1] - bounds[index];
        }
        return length;
    }
}
