package io.patchbay.store.versions;

import io.patchbay.mail.header.MessageId;
import io.patchbay.store.database.Batch;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.packing.MailContent;
import io.patchbay.tracker.versions.Claim;
import io.patchbay.tracker.versions.Signs;
import io.patchbay.tracker.versions.VersionFacts;

import java.util.List;

/** Writes by what the versions of a series are known: rows that are here already stay. */
public final class SignRows {

    /** What a first mail answers beyond that is the rest of an old thread. */
    private static final int MOST_REFERENCES = 3;

    private final Batch titles;
    private final Batch claims;
    private final Batch samples;

    public SignRows(Sql sql) {
        titles =
                sql.batch(
                        """
                        insert into version_title (title, series_id)
                        values (?, ?)
                            on conflict do nothing
                        """);
        claims =
                sql.batch(
                        """
                        insert into version_claim (series_id, kind, value, version)
                        values (?, ?, ?, ?)
                            on conflict do nothing
                        """);
        samples =
                sql.batch(
                        """
                        insert into version_sample (patch_id, lines, files)
                        values (?, ?, ?)
                            on conflict do nothing
                        """);
    }

    public void addTitle(long project, long series, String name) {
        VersionFacts.titleKeys(project, name).forEach(key -> titles.add(key, series));
    }

    /**
     * @param msgid as stored
     * @param isFirst whether what it answers may be another version, rather than its own series
     */
    public void addClaims(long series, String msgid, MailContent content, boolean isFirst) {
        var references =
                isFirst
                        ? content.references().stream()
                                .limit(MOST_REFERENCES)
                                .map(MessageId::stored)
                                .toList()
                        : List.<String>of();
        Signs.ofHeaders(msgid, references).forEach(claim -> add(series, claim));
        content.signs().claims().forEach(claim -> add(series, claim));
    }

    private void add(long series, Claim claim) {
        int version = claim.version() == null ? 0 : claim.version();
        claims.add(series, claim.kind().word(), claim.value(), version);
    }

    public void addSample(long patch, Signs signs) {
        if (!signs.lines().isEmpty() || !signs.files().isEmpty()) {
            samples.add(patch, signs.lines().bytes(), signs.files().bytes());
        }
    }

    public void write() {
        titles.run();
        claims.run();
        samples.run();
    }
}
