package io.patchbay.store.transaction;

import io.patchbay.store.database.Sql;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last number used of each kind: ids by the name of their table, and the date of the newest
 * event. They are read once and written once in a transaction, so an id costs no statement, is
 * known before its row is written, and is never used twice. Only for writers, who take turns.
 */
public final class Counters {

    private final Sql sql;
    private final Map<String, Long> last = new HashMap<>();
    private final Map<String, Long> changed = new LinkedHashMap<>();

    Counters(Sql sql) {
        this.sql = sql;
    }

    /** An id that was never used in this table. */
    public long next(String table) {
        return raise(table, last(table) + 1);
    }

    /** An id from elsewhere was used: those to come are greater. */
    public void used(String table, long id) {
        if (id > last(table)) {
            raise(table, id);
        }
    }

    /** The later of this and one more than the last. */
    long nextAtLeast(String name, long value) {
        return raise(name, Math.max(value, last(name) + 1));
    }

    private long raise(String name, long value) {
        last.put(name, value);
        changed.put(name, value);
        return value;
    }

    /** Of this table, or of events. */
    public long last(String name) {
        if (last.isEmpty()) {
            sql.each("select name, value from counter", row -> last.put(row.text(), row.id()));
        }
        var value = last.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no counter is named '%s'; the schema lists them".formatted(name));
        }
        return value;
    }

    void keep() {
        var batch = sql.batch("update counter set value = ? where name = ?");
        changed.forEach((name, value) -> batch.add(value, name));
        batch.run();
        changed.clear();
    }
}
