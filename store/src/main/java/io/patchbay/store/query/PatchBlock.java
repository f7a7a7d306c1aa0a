package io.patchbay.store.query;

import io.patchbay.store.database.Row;
import io.patchbay.store.transaction.PatchVersions;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What patches with neighbouring ids are filtered by, as it was at one version of their block: a
 * bit for each patch, for each value that any of them has. Never changed once it is read.
 */
public final class PatchBlock {

    static final int SIZE = PatchVersions.BLOCK;

    /** What else than the date patches are filtered by. */
    enum Column {
        PROJECT,
        STATE,
        ARCHIVED,
        SUBMITTER,
        DELEGATE
    }

    /** A delegate that no filter can name. */
    static final long NOBODY = Long.MIN_VALUE;

    /** The select list that {@link #add} reads. */
    static final String COLUMNS =
            "id, date, project_id, state_id, archived, submitter_id, delegate_id";

    private final long number;
    private final long version;
    private final long[] present = noBits();
    private final List<Map<Long, long[]>> columns = new ArrayList<>();
    private final long[] dates = new long[SIZE];
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    PatchBlock(long number, long version) {
        this.number = number;
        this.version = version;
        for (var _ : Column.values()) {
            columns.add(new HashMap<>());
        }
    }

    static long[] noBits() {
        return new long[SIZE / Long.SIZE];
    }

    static void set(long[] bits, long id) {
        int slot = (int) (id % SIZE);
        bits[slot / Long.SIZE] |= 1L << slot;
    }

    void add(Row row) throws SQLException {
        long id = row.id();
        set(present, id);
        long date = row.id();
        dates[(int) (id % SIZE)] = date;
        earliest = Math.min(earliest, date);
        latest = Math.max(latest, date);
        add(Column.PROJECT, row.id(), id);
        add(Column.STATE, row.id(), id);
        add(Column.ARCHIVED, row.flag() ? 1 : 0, id);
        add(Column.SUBMITTER, row.id(), id);
        var delegate = row.idOrNull();
        add(Column.DELEGATE, delegate == null ? NOBODY : delegate, id);
    }

    private void add(Column column, long value, long id) {
        set(columns.get(column.ordinal()).computeIfAbsent(value, _ -> noBits()), id);
    }

    long number() {
        return number;
    }

    long version() {
        return version;
    }

    long firstId() {
        return number * SIZE;
    }

    long lastId() {
        return firstId() + SIZE - 1;
    }

    /** The bits of all patches that are there; the caller may change them. */
    long[] patches() {
        return present.clone();
    }

    /** The bits of those that have this value, not to be changed; null if there is none. */
    long @Nullable [] with(Column column, long value) {
        return columns.get(column.ordinal()).get(value);
    }

    /**
     * Clears the bits of all patches that are not of these dates.
     *
     * @param to not included
     */
    void keepDated(long[] bits, long from, long to) {
        boolean allAre = earliest >= from && latest < to;
        boolean noneIs = latest < from || earliest >= to;
        if (noneIs) {
            Arrays.fill(bits, 0);
        } else if (!allAre) {
            for (int slot = 0; slot < SIZE; slot++) {
                if (dates[slot] < from || dates[slot] >= to) {
                    bits[slot / Long.SIZE] &= ~(1L << slot);
                }
            }
        }
    }
}
