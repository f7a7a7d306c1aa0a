package io.patchbay.store.query;

import io.patchbay.store.database.Row;
import io.patchbay.tracker.query.Cursor;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Continues a list behind a row, by the values that the row has in the list's order. */
final class Keyset {

    private static final Set<Field> NUMBERS =
            Set.of(
                    Field.ID,
                    Field.DATE,
                    Field.STATE,
                    Field.SUBMITTER,
                    Field.OWNER,
                    Field.USER,
                    Field.CHECK_STATE);

    /** A column of the order; nulls are first in a rising order and last in a falling one. */
    private record Term(Field field, String column, boolean nullable, boolean descending) {}

    private final List<Term> terms;

    private Keyset(List<Term> terms) {
        this.terms = terms;
    }

    static Keyset of(ListDefinition list, List<Order> order) {
        var terms = new ArrayList<Term>();
        boolean descending = false;
        for (var each : order) {
            var column = list.columnOf(each.field());
            descending = each.descending();
            terms.add(
                    new Term(
                            each.field(),
                            column.replace("?", ""),
                            column.endsWith("?"),
                            descending));
            if (each.field() == Field.ID) {
                return new Keyset(terms);
            }
        }
        terms.add(new Term(Field.ID, list.table() + ".id", false, descending));
        return new Keyset(terms);
    }

    /** For the end of a select list. */
    String columns() {
        return terms.stream().map(Term::column).collect(Collectors.joining(", "));
    }

    Cursor read(Row row) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        for (var term : terms) {
            values.add(read(term.field, row));
        }
        return new Cursor(values);
    }

    private static @Nullable Object read(Field field, Row row) throws SQLException {
        if (field == Field.ARCHIVED) {
            return row.flag() ? 1L : 0L;
        }
        return NUMBERS.contains(field) ? row.idOrNull() : row.textOrNull();
    }

    /** Whether the cursor can be one of this order. */
    boolean fits(Cursor cursor) {
        if (cursor.values().size() != terms.size()) {
            return false;
        }
        for (int i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            boolean isNumber = NUMBERS.contains(term.field) || term.field == Field.ARCHIVED;
            boolean fits =
                    switch (cursor.values().get(i)) {
                        case null -> term.nullable;
                        case Long _ -> isNumber;
                        case String _ -> !isNumber;
                        default -> false;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    void continueIn(Where where, Cursor cursor) {
        var values = cursor.values();
        boolean isPlain =
                terms.stream()
                        .allMatch(term ->
                                !term.nullable && term.descending == terms.getFirst().descending);
        if (isPlain) {
            // Both databases find such a beginning by an index.
            where.and(
                    "(%s) %s (%s)"
                            .formatted(
                                    columns(),
                                    terms.getFirst().descending ? "<" : ">",
                                    terms.stream().map(_ -> "?").collect(Collectors.joining(", "))),
                    bound(values));
            return;
        }
        var cases = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        for (int i = 0; i < terms.size(); i++) {
            var behind = behind(terms.get(i), values.get(i));
            if (behind == null) {
                continue;
            }
            var all = new ArrayList<String>();
            for (int j = 0; j < i; j++) {
                var value = values.get(j);
                all.add(terms.get(j).column + (value == null ? " is null" : " = ?"));
                if (value != null) {
                    arguments.add(bound(terms.get(j), value));
                }
            }
            all.add(behind);
            if (behind.contains("?")) {
                arguments.add(bound(terms.get(i), values.get(i)));
            }
            cases.add("(" + String.join(" and ", all) + ")");
        }
        where.and("(" + String.join(" or ", cases) + ")", arguments);
    }

    /** Null if nothing is behind this value. */
    private static @Nullable String behind(Term term, @Nullable Object value) {
        if (value == null) {
            return term.descending ? null : term.column + " is not null";
        }
        if (!term.descending) {
            return term.column + " > ?";
        }
        return term.nullable
                ? "(%1$s < ? or %1$s is null)".formatted(term.column)
                : term.column + " < ?";
    }

    private List<Object> bound(List<@Nullable Object> values) {
        var bound = new ArrayList<Object>();
        for (int i = 0; i < terms.size(); i++) {
            bound.add(bound(terms.get(i), values.get(i)));
        }
        return bound;
    }

    private static Object bound(Term term, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("a cursor has no value for " + term.field);
        }
        return term.field == Field.ARCHIVED ? (Object) value.equals(1L) : value;
    }
}
