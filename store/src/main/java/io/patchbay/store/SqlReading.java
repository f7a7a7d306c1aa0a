package io.patchbay.store;

import io.patchbay.patches.AuditTrail;
import io.patchbay.patches.Bundles;
import io.patchbay.patches.Checks;
import io.patchbay.patches.Comments;
import io.patchbay.patches.Covers;
import io.patchbay.patches.Events;
import io.patchbay.patches.KeptMails;
import io.patchbay.patches.Patches;
import io.patchbay.patches.People;
import io.patchbay.patches.Projects;
import io.patchbay.patches.Reading;
import io.patchbay.patches.SeriesShelf;
import io.patchbay.patches.Users;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** All questions, answered by SQL on one snapshot. */
class SqlReading implements Reading {

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
