package io.patchbay.store.transaction;

import io.patchbay.store.database.Batch;
import io.patchbay.store.database.Moment;
import io.patchbay.store.database.Sql;
import io.patchbay.store.transaction.EventColumn.Kept;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.events.Event.Occurrence;
import io.patchbay.tracker.events.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The events of one transaction, in the order in which they are told. They are written together
 * when it commits, so what they are about must be written before.
 */
public final class EventLog {

    private static final String DATE = "event_date";

    /** Of every event, whatever it is about. */
    private static final int COLUMNS = 5;

    private static final String INSERT =
            "insert into event (id, project_id, category, date, actor_id, %s) values (?%s)"
                    .formatted(
                            EventColumn.names(),
                            ", ?".repeat(COLUMNS + EventColumn.values().length - 1));

    private final Counters counters;
    private final Tallies tallies;
    private final long now;
    private final Batch batch;

    EventLog(Sql sql, Counters counters, Tallies tallies, Instant now) {
        this.counters = counters;
        this.tallies = tallies;
        this.now = Moment.stored(now);
        this.batch = sql.batch(INSERT);
    }

    /** What the rules decided of a mail, which has no actor. */
    public void add(Occurrence what) {
        var kept = Kept.of(what.category());
        var ids = new @Nullable Long[kept.parts().size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = EventColumn.idOf(kept.parts().get(i), what);
        }
        add(what.category(), what.project().id(), null, ids);
    }

    /**
     * @param actor whose edit it is; null for mail and expiry
     * @param ids of the category's parts, in their order
     */
    public void add(Category category, long project, @Nullable Long actor, @Nullable Long... ids) {
        var kept = Kept.of(category);
        if (ids.length != kept.columns().size()) {
            throw new IllegalArgumentException(
                    "an event '%s' has %d parts that are kept, %s, but %d ids came; give one for each"
                            .formatted(
                                    category.label(),
                                    kept.columns().size(),
                                    kept.parts().stream().map(Part::name).toList(),
                                    ids.length));
        }
        long id = counters.next("event");
        tallies.event(project, id, category);
        var row = new @Nullable Object[COLUMNS + EventColumn.values().length];
        row[0] = id;
        row[1] = project;
        row[2] = category.label();
        row[3] = counters.nextAtLeast(DATE, now);
        row[4] = actor;
        for (int i = 0; i < ids.length; i++) {
            row[COLUMNS + kept.columns().get(i).ordinal()] = ids[i];
        }
        batch.add(row);
    }

    /** An event that nobody is told of: what it was of is gone before the commit. */
    public void skip() {
        var unused = counters.next("event");
    }

    void keep() {
        batch.run();
    }
}
