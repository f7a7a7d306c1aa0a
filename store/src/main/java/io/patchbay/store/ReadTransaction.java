package io.patchbay.store;

import io.patchbay.store.accounts.AuditQueries;
import io.patchbay.store.accounts.UserQueries;
import io.patchbay.store.database.Sql;
import io.patchbay.store.filing.KeptMailQueries;
import io.patchbay.store.filing.MirrorQueries;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.query.PatchIndex;
import io.patchbay.store.reading.ArchiveQueries;
import io.patchbay.store.reading.BundleQueries;
import io.patchbay.store.reading.CheckQueries;
import io.patchbay.store.reading.CommentQueries;
import io.patchbay.store.reading.CoverQueries;
import io.patchbay.store.reading.EventQueries;
import io.patchbay.store.reading.PatchQueries;
import io.patchbay.store.reading.PersonQueries;
import io.patchbay.store.reading.ProjectQueries;
import io.patchbay.store.reading.SeriesQueries;
import io.patchbay.store.versions.VersionRows;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.accounts.AuditTrail;
import io.patchbay.tracker.accounts.Users;
import io.patchbay.tracker.mails.KeptMails;
import io.patchbay.tracker.mails.ListMirrors;
import io.patchbay.tracker.reading.Archive;
import io.patchbay.tracker.reading.Bundles;
import io.patchbay.tracker.reading.Checks;
import io.patchbay.tracker.reading.Comments;
import io.patchbay.tracker.reading.Covers;
import io.patchbay.tracker.reading.Events;
import io.patchbay.tracker.reading.Patches;
import io.patchbay.tracker.reading.People;
import io.patchbay.tracker.reading.Projects;
import io.patchbay.tracker.reading.SeriesList;
import io.patchbay.tracker.versions.VersionLinks;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** All questions, answered by SQL on one snapshot. */
public class ReadTransaction implements Reading {

    private final Sql sql;
    private final Packing packing;
    private final Instant now;
    private final @Nullable PatchIndex patchIndex;

    /**
     * @param patchIndex null for a writer, whose own changes are not in it
     */
    ReadTransaction(Sql sql, Packing packing, Instant now, @Nullable PatchIndex patchIndex) {
        this.sql = sql;
        this.packing = packing;
        this.now = now;
        this.patchIndex = patchIndex;
    }

    @Override
    public Projects projects() {
        return new ProjectQueries(sql);
    }

    @Override
    public People people() {
        return new PersonQueries(sql);
    }

    @Override
    public Users users() {
        return new UserQueries(sql, now);
    }

    @Override
    public Patches patches() {
        return new PatchQueries(sql, packing, patchIndex);
    }

    @Override
    public AuditTrail audit() {
        return new AuditQueries(sql);
    }

    @Override
    public Covers covers() {
        return new CoverQueries(sql, packing);
    }

    @Override
    public SeriesList series() {
        return new SeriesQueries(sql);
    }

    @Override
    public Comments comments() {
        return new CommentQueries(sql, packing);
    }

    @Override
    public Checks checks() {
        return new CheckQueries(sql);
    }

    @Override
    public Bundles bundles() {
        return new BundleQueries(sql);
    }

    @Override
    public Events events() {
        return new EventQueries(sql);
    }

    @Override
    public Archive archive() {
        return new ArchiveQueries(sql, packing);
    }

    @Override
    public KeptMails keptMails() {
        return new KeptMailQueries(sql);
    }

    @Override
    public ListMirrors mirrors() {
        return new MirrorQueries(sql);
    }

    @Override
    public VersionLinks versionLinks() {
        return new VersionRows(sql);
    }
}
