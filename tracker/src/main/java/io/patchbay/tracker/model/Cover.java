package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A cover letter as lists show it.
 *
 * @param msgid as stored, with angle brackets
 */
public record Cover(
        long id,
        Project project,
        String msgid,
        Instant date,
        String name,
        Person submitter,
        @Nullable SeriesHead series) {

    public CoverHead head() {
        return new CoverHead(id, project, msgid, date, name);
    }
}
