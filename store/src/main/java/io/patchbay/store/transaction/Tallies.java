package io.patchbay.store.transaction;

import io.patchbay.store.database.Moment;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.events.Event.Category;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many rows the longest lists have, so that no page counts them and a page far behind is found
 * without walking there (docs/adr/0010). Kept in the transaction that changes the rows: of each
 * project and of all together, altogether and for each stretch of dates and of ids.
 */
public final class Tallies {

    /** Stands for all projects, and for all kinds of rows. */
    public static final long ANY = 0;

    /** What the rows of a list are told apart by: in one heap, by date, by id. */
    public enum Unit {
        ALL,
        MONTH,
        BLOCK
    }

    private static final long BLOCK = 8_192;

    /** The twelfth part of a year of 365.25 days, in microseconds. */
    private static final long MONTH = 2_629_800_000_000L;

    /** Dates before 1970 count too, and dividing rounds them down on both databases. */
    private static final long YEAR_ZERO = -24_000 * MONTH;

    private record Cell(String list, Unit unit, long project, long span, long kind) {}

    private final Sql sql;
    private final Map<Cell, Integer> changes = new LinkedHashMap<>();

    Tallies(Sql sql) {
        this.sql = sql;
    }

    /** A patch came or, with a negative number, went. */
    public void patch(long project, long id, Instant date, long state, boolean archived, int more) {
        long kind = kindOf(state, archived);
        byDateAndId("patch", project, id, date, ANY, more);
        byDateAndId("patch", project, id, date, kind, more);
    }

    public void series(long project, long id, Instant date, int more) {
        byDateAndId("series", project, id, date, ANY, more);
    }

    public void cover(long project, long id, Instant date, int more) {
        byDateAndId("cover", project, id, date, ANY, more);
    }

    public void audit(@Nullable Long project, long id, Instant date, int more) {
        byDateAndId("audit", project == null ? ANY : project, id, date, ANY, more);
    }

    /** Dates of events rise with their ids, so that blocks of ids are stretches of time too. */
    public void event(long project, long id, Category category) {
        event(project, id, category, 1);
    }

    /** It went with what it was of. */
    public void eventGone(long project, long id, Category category) {
        event(project, id, category, -1);
    }

    private void event(long project, long id, Category category, int more) {
        add("event", Unit.ALL, project, 0, kindOf(category), more);
        add("event", Unit.BLOCK, project, blockOf(id), kindOf(category), more);
    }

    static long kindOf(long state, boolean archived) {
        return 2 * state + (archived ? 1 : 0);
    }

    /** Stored: categories are only ever added at the end. */
    public static long kindOf(Category category) {
        return 1 + category.ordinal();
    }

    public static long blockOf(long id) {
        return id / BLOCK;
    }

    public static long firstOfBlock(long block) {
        return block * BLOCK;
    }

    /**
     * @param date as it is stored
     */
    public static long monthOf(long date) {
        return Math.floorDiv(date - YEAR_ZERO, MONTH);
    }

    public static long firstOfMonth(long month) {
        return month * MONTH + YEAR_ZERO;
    }

    private void byDateAndId(
            String list, long project, long id, Instant date, long kind, int more) {
        add(list, Unit.ALL, project, 0, kind, more);
        add(list, Unit.MONTH, project, monthOf(Moment.stored(date)), kind, more);
        add(list, Unit.BLOCK, project, blockOf(id), kind, more);
    }

    private void add(String list, Unit unit, long project, long span, long kind, int more) {
        changes.merge(new Cell(list, unit, project, span, kind), more, Integer::sum);
        if (project != ANY) {
            changes.merge(new Cell(list, unit, ANY, span, kind), more, Integer::sum);
        }
    }

    void keep() {
        var batch =
                sql.batch(
                        """
                        insert into tally (list, unit, project_id, span, kind, entries)
                        values (?, ?, ?, ?, ?, ?)
                            on conflict (list, unit, project_id, span, kind)
                            do update set entries = tally.entries + excluded.entries
                        """);
        changes.forEach((cell, more) -> {
            if (more != 0) {
                batch.add(cell.list, cell.unit.name(), cell.project, cell.span, cell.kind, more);
            }
        });
        changes.clear();
        batch.run();
    }
}
