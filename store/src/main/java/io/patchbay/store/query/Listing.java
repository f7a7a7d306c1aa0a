package io.patchbay.store.query;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.query.Criterion.OfPatches;
import io.patchbay.tracker.query.Cursor;
import io.patchbay.tracker.query.ForeignCursor;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One page of a list. The page's ids are found first, by an index where there is one; only their
 * rows are joined with what they mention, so a page far behind costs little more than the first.
 */
public final class Listing {

    /** From this offset on, walking to a page costs more than asking the tallies. */
    private static final int FAR = 2_000;

    private final ListDefinition list;
    private final String columns;
    private final List<Join> joins;
    private final String allJoins;

    /**
     * @param columns the select list
     * @param joins all that the columns, filters and orders of the list need besides its table
     */
    public Listing(ListDefinition list, String columns, List<Join> joins) {
        this.list = list;
        this.columns = columns;
        this.joins = joins;
        this.allJoins = Join.all(joins);
    }

    public <T> Page<T> page(Sql sql, Selection selection, Row.Reader<T> reader) {
        return page(sql, null, selection, reader);
    }

    /**
     * @param index of the patches, if these are patches and the index knows them
     */
    public <T> Page<T> page(
            Sql sql, @Nullable PatchIndex index, Selection selection, Row.Reader<T> reader) {
        if (selection.after() != null) {
            return continued(sql, selection, selection.after(), reader);
        }
        var tallied = TalliedRows.of(sql, list, selection.criteria()).orElse(null);
        var useful = PatchPredicate.takes(selection.criteria()) ? index : null;
        if (FilteredPage.isFoundSooner(selection)) {
            var sieve = sifted(sql, useful, selection);
            if (sieve.isPresent()) {
                return siftedPage(sql, selection, sieve.get(), reader);
            }
        }
        var where = Where.of(list, selection.criteria(), sql);
        if (where.letsNothingThrough()) {
            return new Page<>(List.of(), 0);
        }
        LongSupplier total = () -> total(sql, useful, where, selection, tallied);
        if (tallied != null && (selection.offset() >= FAR || tallied.isWorthCounting(selection))) {
            return countedPage(sql, selection, tallied, total.getAsLong(), reader);
        }
        var rows = rows(sql, where, selection, selection.offset(), reader);
        boolean isLast =
                rows.size() < selection.limit() && (!rows.isEmpty() || selection.offset() == 0);
        return new Page<>(rows, isLast ? selection.offset() + rows.size() : total.getAsLong());
    }

    private static Optional<PatchPredicate> sifted(
            Sql sql, @Nullable PatchIndex index, Selection selection) {
        return index == null
                ? Optional.empty()
                : PatchPredicate.of(index, sql, selection.criteria());
    }

    private long total(
            Sql sql,
            @Nullable PatchIndex index,
            Where where,
            Selection selection,
            @Nullable TalliedRows tallied) {
        if (tallied != null && !tallied.isOfDates()) {
            return tallied.count();
        }
        return sifted(sql, index, selection)
                .map(PatchPredicate::count)
                .orElseGet(() -> tallied == null ? count(sql, where, selection) : tallied.count());
    }

    private <T> Page<T> siftedPage(
            Sql sql, Selection selection, PatchPredicate sieve, Row.Reader<T> reader) {
        var ids = FilteredPage.ids(sql, sieve, selection);
        var where = Where.of(list, List.of(new OfPatches(ids)), sql);
        return new Page<>(
                ids.isEmpty() ? List.of() : rows(sql, where, selection, 0, reader), sieve.count());
    }

    /** Knows how many rows there are before it asks for some. */
    private <T> Page<T> countedPage(
            Sql sql, Selection selection, TalliedRows tallied, long total, Row.Reader<T> reader) {
        if (selection.offset() >= total) {
            return new Page<>(List.of(), total);
        }
        var leaning =
                tallied.isWorthCounting(selection)
                        ? tallied.leaning(selection, total)
                        : Where.Leaning.FILTERS;
        var where = Where.of(list, selection.criteria(), sql, leaning);
        var start =
                selection.offset() < FAR
                        ? Optional.<TalliedRows.Start>empty()
                        : tallied.startOf(selection.offset(), selection.order());
        if (start.isPresent()) {
            var order =
                    selection.order().isEmpty()
                            ? new Order(Field.ID, false)
                            : selection.order().getFirst();
            where.beginAt(list.columnOf(order.field()), order.descending(), start.get().bound());
        }
        long offset = start.map(TalliedRows.Start::offset).orElse(selection.offset());
        return new Page<>(rows(sql, where, selection, offset, reader), total);
    }

    /** A row and where the list goes on behind it. */
    private record Keyed<T>(T row, Cursor cursor) {}

    /** Counts nothing and walks past nothing. */
    private <T> Page<T> continued(
            Sql sql, Selection selection, Cursor after, Row.Reader<T> reader) {
        var keyset = Keyset.of(list, selection.order());
        var where = Where.of(list, selection.criteria(), sql);
        if (!after.equals(Cursor.START)) {
            if (!keyset.fits(after)) {
                throw new ForeignCursor(after);
            }
            keyset.continueIn(where, after);
        }
        if (where.letsNothingThrough()) {
            return new Page<>(List.of(), Page.UNKNOWN);
        }
        Row.Reader<Keyed<T>> keyed = row -> new Keyed<>(reader.read(row), keyset.read(row));
        int limit = selection.limit();
        var found =
                rows(
                        sql,
                        where,
                        selection.order(),
                        limit + 1,
                        0,
                        columns + ", " + keyset.columns(),
                        keyed);
        boolean goesOn = found.size() > limit;
        var shown = goesOn ? found.subList(0, limit) : found;
        var rows = shown.stream().map(Keyed::row).toList();
        return new Page<>(
                rows, Page.UNKNOWN, goesOn && limit > 0 ? shown.getLast().cursor() : null);
    }

    /** All columns of the rows that a condition, the rest of the statement, lets through. */
    public String rows(String condition) {
        return "select " + columns + " from " + list.table() + " " + allJoins + " " + condition;
    }

    private <T> List<T> rows(
            Sql sql, Where where, Selection selection, long offset, Row.Reader<T> reader) {
        return rows(sql, where, selection.order(), selection.limit(), offset, columns, reader);
    }

    private <T> List<T> rows(
            Sql sql,
            Where where,
            List<Order> terms,
            int limit,
            long offset,
            String columns,
            Row.Reader<T> reader) {
        var table = list.table();
        var order = order(terms);
        var arguments = new ArrayList<Object>(where.arguments());
        arguments.add(limit);
        arguments.add(offset);
        var ids =
                "(select %s.id from %s%s%s order by %s limit ? offset ?) page"
                        .formatted(table, table, needed(where.text() + order), where.text(), order);
        var rest = "%s on %s.id = page.id %s".formatted(table, table, allJoins);
        return sql.list(
                "select " + columns + " from " + sql.dialect().inItsOrder(ids, rest, order),
                reader,
                arguments.toArray());
    }

    private long count(Sql sql, Where where, Selection selection) {
        var words = Where.wordsIn(selection.criteria());
        if (list == ListDefinition.PATCHES && words.size() == selection.criteria().size()) {
            var found = PatchNames.count(sql, words);
            if (found != null) {
                return found;
            }
        }
        return sql.one(
                "select count(*) from " + list.table() + needed(where.text()) + where.text(),
                Row::id,
                where.arguments().toArray());
    }

    private String needed(String text) {
        return " " + Join.all(Join.neededBy(text, joins));
    }

    /** The id breaks ties, in the direction of the last order, because an index does so too. */
    private String order(List<Order> asked) {
        var terms = new ArrayList<String>();
        boolean descending = false;
        for (Order order : asked) {
            var column = list.columnOf(order.field());
            descending = order.descending();
            terms.add(
                    column.endsWith("?")
                            ? column.replace("?", descending ? " desc nulls last" : " nulls first")
                            : column + (descending ? " desc" : ""));
        }
        terms.add(list.table() + ".id" + (descending ? " desc" : ""));
        return String.join(", ", terms);
    }
}
