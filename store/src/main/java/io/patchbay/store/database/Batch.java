package io.patchbay.store.database;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** One statement for many rows of arguments, which are put off until {@link #run}. */
public final class Batch {

    private final Sql sql;
    private final String statement;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    Batch(Sql sql, String statement) {
        this.sql = sql;
        this.statement = statement;
    }

    public Batch add(@Nullable Object... arguments) {
        rows.add(arguments);
        return this;
    }

    /** In the order in which they were added; the batch can be filled again. */
    public void run() {
        if (!rows.isEmpty()) {
            sql.run(statement, rows);
            rows.clear();
        }
    }
}
