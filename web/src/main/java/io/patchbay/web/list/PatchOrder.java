package io.patchbay.web.list;

import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import java.util.List;

/** In which order a patch list stands (web-ui.md §4.2). */
public record PatchOrder(Column column, boolean descending) {

    public static final PatchOrder NEWEST_FIRST = new PatchOrder(Column.DATE, true);
    static final PatchOrder OLDEST_FIRST = new PatchOrder(Column.DATE, false);

    /** A column that a list can be ordered by. */
    public enum Column {
        DATE("date", Field.DATE),
        NAME("name", Field.NAME),
        STATE("state", Field.STATE),
        SUBMITTER("submitter", Field.SUBMITTER_NAME),
        DELEGATE("delegate", Field.DELEGATE);

        private final String parameter;
        private final Field field;

        Column(String parameter, Field field) {
            this.parameter = parameter;
            this.field = field;
        }
    }

    /** What a parameter such as {@code -date} says; newest first if it says nothing known. */
    public static PatchOrder of(String parameter) {
        return of(parameter, NEWEST_FIRST);
    }

    static PatchOrder of(String parameter, PatchOrder otherwise) {
        boolean descending = parameter.startsWith("-");
        var name = descending ? parameter.substring(1) : parameter;
        for (var column : Column.values()) {
            if (column.parameter.equals(name)) {
                return new PatchOrder(column, descending);
            }
        }
        return otherwise;
    }

    String parameter() {
        return (descending ? "-" : "") + column.parameter;
    }

    public List<Order> fields() {
        var primary = new Order(column.field, descending);
        return column == Column.DATE
                ? List.of(primary)
                : List.of(primary, new Order(Selection.Field.DATE, !descending));
    }

    /** The order that a click on the column's heading asks for. */
    PatchOrder clicked(Column heading) {
        return heading == column
                ? new PatchOrder(heading, !descending)
                : new PatchOrder(heading, heading == Column.DATE);
    }
}
