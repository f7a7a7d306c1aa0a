package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A patch or pull request as lists show it; its headers, message and diff are {@link MailText}.
 *
 * @param msgid as stored, with angle brackets
 * @param hash of the diff, null for a pull request
 * @param number its place in the series
 * @param check all checks combined
 * @param relation the id of the relation it is in
 * @param related the other members of that relation
 */
public record Patch(
        long id,
        Project project,
        String msgid,
        Instant date,
        String name,
        @Nullable String commitRef,
        @Nullable String pullUrl,
        State state,
        boolean archived,
        @Nullable String hash,
        Person submitter,
        @Nullable User delegate,
        @Nullable SeriesHead series,
        @Nullable Integer number,
        CheckState check,
        @Nullable Long relation,
        List<PatchHead> related) {

    public PatchHead head() {
        return new PatchHead(id, project, msgid, date, name);
    }

    /** The same patch with other members of its relation. */
    public Patch withRelated(List<PatchHead> others) {
        return new Patch(
                id, project, msgid, date, name, commitRef, pullUrl, state, archived, hash,
                submitter, delegate, series, number, check, relation, others);
    }

    /** The same patch after an edit. */
    public Patch with(
            State newState,
            boolean isArchived,
            @Nullable User newDelegate,
            @Nullable String newCommitRef,
            @Nullable String newPullUrl) {
        return new Patch(
                id,
                project,
                msgid,
                date,
                name,
                newCommitRef,
                newPullUrl,
                newState,
                isArchived,
                hash,
                submitter,
                newDelegate,
                series,
                number,
                check,
                relation,
                related);
    }
}
