package io.patchbay.tracker.filing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.model.Project;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Where a patch or cover letter goes among the series (mail-ingest §15).
 *
 * @param opening the series that starts with this mail, null if there is none to start
 * @param series the series that the mail becomes part of, null for a cover letter that carries a
 *     diff and for a second cover letter
 * @param number the place of a patch in its series, null for a cover letter
 * @param name what the series is called from now on, null if its name stays
 */
public record SeriesPlacement(
        @Nullable Opening opening,
        @Nullable Long series,
        @Nullable Integer number,
        @Nullable String name) {

    public static final SeriesPlacement NOWHERE = new SeriesPlacement(null, null, null, null);

    /**
     * A series to start.
     *
     * @param references the Message-IDs by which later mails find it
     */
    public record Opening(
            long id,
            Project project,
            Instant date,
            long submitterId,
            int version,
            int total,
            List<MessageId> references) {}
}
