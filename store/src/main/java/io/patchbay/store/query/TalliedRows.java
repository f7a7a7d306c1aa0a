package io.patchbay.store.query;

import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Moment;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.Tallies;
import io.patchbay.store.transaction.Tallies.Unit;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.NotOfCategories;
import io.patchbay.tracker.query.Criterion.OfCategory;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a long list that project, kind and date let through: how many they are and where a
 * page of them begins, found in the {@link Tallies}. Of the rows themselves only those in the
 * stretches where a range of dates begins and ends are counted.
 */
final class TalliedRows {

    private final Sql sql;
    private final ListDefinition list;

    /** All but dates, for the table of rows and for that of tallies. */
    private final List<Criterion> coarse = new ArrayList<>();

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private boolean ofAllProjects = true;
    private boolean ofAllKinds = true;
    private @Nullable Long since;
    private @Nullable Long before;

    private TalliedRows(Sql sql, ListDefinition list) {
        this.sql = sql;
        this.list = list;
    }

    /** Empty for a list that is not tallied, or not by all of these criteria. */
    static Optional<TalliedRows> of(Sql sql, ListDefinition list, List<Criterion> criteria) {
        if (!list.isTallied()) {
            return Optional.empty();
        }
        var rows = new TalliedRows(sql, list);
        for (var criterion : criteria) {
            if (!rows.take(criterion)) {
                return Optional.empty();
            }
        }
        if (rows.ofAllProjects) {
            rows.conditions.add("project_id = " + Tallies.ANY);
        }
        if (rows.ofAllKinds && list != ListDefinition.EVENTS) {
            rows.conditions.add("kind = " + Tallies.ANY);
        }
        return Optional.of(rows);
    }

    private boolean take(Criterion criterion) {
        switch (criterion) {
            case Since(var date) -> {
                var stored = Moment.stored(date);
                since = since == null ? stored : Math.max(since, stored);
                return true;
            }
            case Before(var date) -> {
                var stored = Moment.stored(date);
                before = before == null ? stored : Math.min(before, stored);
                return true;
            }
            case InProjects(var ids) -> {
                conditions.add(sql.dialect().among("project_id"));
                arguments.add(new Ids(ids));
                ofAllProjects = false;
            }
            case InStates(var ids) -> {
                conditions.add(sql.dialect().among("kind / 2"));
                arguments.add(new Ids(ids));
                ofAllKinds = false;
            }
            case Archived(var archived) -> {
                conditions.add("kind > 1 and kind % 2 = ?");
                arguments.add(archived ? 1 : 0);
                ofAllKinds = false;
            }
            case OfCategory(var category) -> {
                conditions.add("kind = ?");
                arguments.add(Tallies.kindOf(category));
            }
            case NotOfCategories(var categories) ->
                    categories.forEach(category -> {
                        conditions.add("kind <> ?");
                        arguments.add(Tallies.kindOf(category));
                    });
            default -> {
                return false;
            }
        }
        coarse.add(criterion);
        return true;
    }

    /** Where a page begins: at or behind the bound, or before it if the order descends. */
    record Start(long bound, long offset) {}

    long count() {
        if (since == null && before == null) {
            return countAtAnyDate();
        }
        return stretches(byDate()).stream().mapToLong(Stretch::entries).sum();
    }

    /** Whether rows have to be counted, those where a range of dates begins or ends. */
    boolean isOfDates() {
        return since != null || before != null;
    }

    private long countAtAnyDate() {
        return sql.one(
                "select coalesce(sum(entries), 0) from tally" + where(Unit.ALL),
                Row::id,
                arguments.toArray());
    }

    /** Whether it must be known how many rows there are to find a page of them well. */
    boolean isWorthCounting(Selection selection) {
        return isByDate(selection)
                ? list == ListDefinition.PATCHES && ofAllProjects && !ofAllKinds
                : list != ListDefinition.EVENTS
                        && list != ListDefinition.AUDIT
                        && ofAllProjects
                        && (since != null || before != null);
    }

    /**
     * @param count how many rows there are
     */
    Where.Leaning leaning(Selection selection, long count) {
        if (isByDate(selection)) {
            // Each of them read and sorted, or some of all in their order?
            long walked = sql.one(ALL_PATCHES, Row::id) * (selection.offset() + selection.limit());
            return count * count > walked ? Where.Leaning.ORDER : Where.Leaning.FILTERS;
        }
        long atAnyDate = countAtAnyDate();
        if (ofAllKinds) {
            return 10 * count > 9 * atAnyDate ? Where.Leaning.WIDE_RANGE : Where.Leaning.FILTERS;
        }
        // All of these kinds in the order of ids, or all of any kind in the range of dates?
        long all = sql.one(ALL_PATCHES, Row::id);
        return atAnyDate * atAnyDate < all * count
                ? Where.Leaning.WIDE_RANGE
                : Where.Leaning.FILTERS;
    }

    private static boolean isByDate(Selection selection) {
        var order = selection.order();
        return !order.isEmpty() && order.getFirst().field() == Field.DATE;
    }

    private static final String ALL_PATCHES =
            """
            select coalesce(sum(entries), 0) from tally
             where list = 'patch' and unit = 'ALL' and project_id = 0 and kind = 0
            """;

    /** Empty if the tallies are no help in this order. A page behind the end begins nowhere. */
    Optional<Start> startOf(long offset, List<Order> order) {
        if (order.size() > 1) {
            return Optional.empty();
        }
        boolean descends = !order.isEmpty() && order.getFirst().descending();
        return ruler(order.isEmpty() ? Field.ID : order.getFirst().field())
                .flatMap(ruler -> startOf(offset, ruler, descends));
    }

    private Optional<Start> startOf(long offset, Ruler ruler, boolean descends) {
        long passed = 0;
        var stretches = stretches(ruler);
        for (var stretch : descends ? stretches.reversed() : stretches) {
            if (offset < passed + stretch.entries) {
                long bound = ruler.firstOf(descends ? stretch.span + 1 : stretch.span);
                return Optional.of(new Start(bound, offset - passed));
            }
            passed += stretch.entries;
        }
        return Optional.empty();
    }

    private record Stretch(long span, long entries) {}

    /** Those that have rows, in their order. */
    private List<Stretch> stretches(Ruler ruler) {
        if (since == null && before == null) {
            return stretches(ruler.unit(), Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long from = since == null ? Long.MIN_VALUE : since;
        long to = before == null ? Long.MAX_VALUE : before;
        if (from >= to) {
            return List.of();
        }
        long first = since == null ? Long.MIN_VALUE : ruler.spanOf(from);
        long last = before == null ? Long.MAX_VALUE : ruler.spanOf(to);
        var all = new ArrayList<Stretch>();
        if (first == last) {
            all.add(new Stretch(first, counted(from, to)));
            return all;
        }
        if (since != null) {
            all.add(new Stretch(first, counted(from, ruler.firstOf(first + 1))));
        }
        all.addAll(stretches(ruler.unit(), first, last));
        if (before != null) {
            all.add(new Stretch(last, counted(ruler.firstOf(last), to)));
        }
        return all;
    }

    /** What lies between these two. */
    private List<Stretch> stretches(Unit unit, long after, long before) {
        var all = new ArrayList<>(arguments);
        all.add(after);
        all.add(before);
        return sql.list(
                "select span, sum(entries) from tally"
                        + where(unit)
                        + " and span > ? and span < ? group by span order by span",
                row -> new Stretch(row.id(), row.id()),
                all.toArray());
    }

    private String where(Unit unit) {
        var where = " where list = '%s' and unit = '%s'".formatted(list.table(), unit.name());
        return conditions.isEmpty() ? where : where + " and " + String.join(" and ", conditions);
    }

    /** The rows with dates from one on and before another. */
    private long counted(long from, long to) {
        if (from >= to) {
            return 0;
        }
        var criteria = new ArrayList<>(coarse);
        criteria.add(new Since(Moment.of(from)));
        if (to < Long.MAX_VALUE) {
            criteria.add(new Before(Moment.of(to)));
        }
        var where = Where.of(list, criteria, sql);
        return sql.one(
                "select count(*) from " + list.table() + where.text(),
                Row::id,
                where.arguments().toArray());
    }

    /** Divides an order into stretches. */
    private interface Ruler {
        Unit unit();

        long spanOf(long date);

        /** The least value of the ordered column in this stretch. */
        long firstOf(long span);
    }

    private Optional<Ruler> ruler(Field field) {
        return switch (field) {
            case DATE -> Optional.of(byDate());
            case ID -> since == null && before == null ? Optional.of(new ById()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Ruler byDate() {
        return list == ListDefinition.EVENTS ? new ByDateOfEvent() : new ByMonth();
    }

    private static final class ByMonth implements Ruler {

        @Override
        public Unit unit() {
            return Unit.MONTH;
        }

        @Override
        public long spanOf(long date) {
            return Tallies.monthOf(date);
        }

        @Override
        public long firstOf(long span) {
            return Tallies.firstOfMonth(span);
        }
    }

    private static final class ById implements Ruler {

        @Override
        public Unit unit() {
            return Unit.BLOCK;
        }

        @Override
        public long spanOf(long date) {
            throw new IllegalStateException("ids do not tell dates");
        }

        @Override
        public long firstOf(long span) {
            return Tallies.firstOfBlock(span);
        }
    }

    private final class ByDateOfEvent implements Ruler {

        @Override
        public Unit unit() {
            return Unit.BLOCK;
        }

        @Override
        public long spanOf(long date) {
            return sql.findOne(
                            "select id from event where date >= ? order by date limit 1",
                            Row::id,
                            date)
                    .map(Tallies::blockOf)
                    .orElse(Long.MAX_VALUE - 1);
        }

        @Override
        public long firstOf(long span) {
            return span >= Long.MAX_VALUE - 1
                    ? Long.MAX_VALUE
                    : sql.findOne(
                                    "select date from event where id >= ? order by id limit 1",
                                    Row::id,
                                    Tallies.firstOfBlock(span))
                            .orElse(Long.MAX_VALUE);
        }
    }
}
