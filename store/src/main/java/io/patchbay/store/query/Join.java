package io.patchbay.store.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that a list mentions: always an outer join, so that neither planner begins with it.
 *
 * @param table may be followed by another name for it
 */
public record Join(String table, String on) {

    static String all(List<Join> joins) {
        return joins.stream()
                .map(join -> "left join %s on %s".formatted(join.table, join.on))
                .collect(Collectors.joining("\n"));
    }

    /** Those that a part of the statement cannot do without. */
    static List<Join> neededBy(String text, List<Join> joins) {
        return joins.stream().filter(join -> text.contains(join.name() + ".")).toList();
    }

    private String name() {
        return table.substring(table.lastIndexOf(' ') + 1);
    }
}
