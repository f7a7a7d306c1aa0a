package io.patchbay.diff.lines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for lines: equal lines have the same, from 0 up. Texts that are compared with each other
 * take theirs from the same object.
 */
public final class LineIds {

    private final Map<String, Integer> known = new HashMap<>();

    /** The numbers of the lines; new lines get new ones. */
    public int[] of(List<String> lines) {
        var ids = new int[lines.size()];
        int at = 0;
        for (var line : lines) {
            var fresh = known.size();
            var before = known.putIfAbsent(line, fresh);
            ids[at++] = before == null ? fresh : before;
        }
        return ids;
    }

    /** How many different lines there were. */
    public int size() {
        return known.size();
    }
}
