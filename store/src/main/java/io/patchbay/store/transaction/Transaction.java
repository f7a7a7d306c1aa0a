package io.patchbay.store.transaction;

import io.patchbay.store.database.Sql;
import io.patchbay.store.packing.Packing;
import io.patchbay.tracker.accounts.Actor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What a write has at hand: SQL, fresh ids, the events to tell, and the moment it happens at. */
public record Transaction(
        Sql sql,
        Packing packing,
        Counters ids,
        EventLog events,
        Tallies tallies,
        PatchVersions versions,
        AuditLog audit,
        Instant now) {

    /**
     * @param actor who is behind it, for the audit record; null for mail and chores
     */
    public static Transaction begin(Sql sql, Packing packing, Instant now, @Nullable Actor actor) {
        var counters = new Counters(sql);
        var tallies = new Tallies(sql);
        return new Transaction(
                sql,
                packing,
                counters,
                new EventLog(sql, counters, tallies, now),
                tallies,
                new PatchVersions(sql, counters),
                new AuditLog(sql, counters, tallies, now, actor),
                now);
    }

    /** Writes what was put off, just before the commit. */
    public void keep() {
        events.keep();
        audit.keep();
        tallies.keep();
        versions.keep();
        ids.keep();
    }
}
