package io.patchbay.store;

import io.patchbay.store.accounts.SqlAuditTrail;
import io.patchbay.store.accounts.SqlUsers;
import io.patchbay.store.database.Sql;
import io.patchbay.store.filing.SqlKeptMails;
import io.patchbay.store.query.PatchIndex;
import io.patchbay.store.reading.SqlBundles;
import io.patchbay.store.reading.SqlChecks;
import io.patchbay.store.reading.SqlComments;
import io.patchbay.store.reading.SqlCovers;
import io.patchbay.store.reading.SqlEvents;
import io.patchbay.store.reading.SqlPatches;
import io.patchbay.store.reading.SqlPeople;
import io.patchbay.store.reading.SqlProjects;
import io.patchbay.store.reading.SqlSeries;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.AuditTrail;
import io.patchbay.tracker.accounts.Users;
import io.patchbay.tracker.mails.KeptMails;
import io.patchbay.tracker.reading.Bundles;
import io.patchbay.tracker.reading.Checks;
import io.patchbay.tracker.reading.Comments;
import io.patchbay.tracker.reading.Covers;
import io.patchbay.tracker.reading.Events;
import io.patchbay.tracker.reading.Patches;
import io.patchbay.tracker.reading.People;
import io.patchbay.tracker.reading.Projects;
import io.patchbay.tracker.reading.SeriesShelf;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** All questions, answered by SQL on one snapshot. */
public class SqlReading implements Reading {

    private final Sql sql;
    private final Instant now;
    private final @Nullable PatchIndex patchIndex;

    /**
     * @param patchIndex null for a writer, whose own changes are not in it
     */
    SqlReading(Sql sql, Instant now, @Nullable PatchIndex patchIndex) {
        this.sql = sql;
        this.now = now;
        this.patchIndex = patchIndex;
    }

    @Override
    public Projects projects() {
        return new SqlProjects(sql);
    }

    @Override
    public People people() {
        return new SqlPeople(sql);
    }

    @Override
    public Users users() {
        return new SqlUsers(sql, now);
    }

    @Override
    public Patches patches() {
        return new SqlPatches(sql, patchIndex);
    }

    @Override
    public AuditTrail audit() {
        return new SqlAuditTrail(sql);
    }

    @Override
    public Covers covers() {
        return new SqlCovers(sql);
    }

    @Override
    public SeriesShelf series() {
        return new SqlSeries(sql);
    }

    @Override
    public Comments comments() {
        return new SqlComments(sql);
    }

    @Override
    public Checks checks() {
        return new SqlChecks(sql);
    }

    @Override
    public Bundles bundles() {
        return new SqlBundles(sql);
    }

    @Override
    public Events events() {
        return new SqlEvents(sql);
    }

    @Override
    public KeptMails keptMails() {
        return new SqlKeptMails(sql);
    }
}
