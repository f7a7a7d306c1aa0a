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
 * @param leads the Message-IDs by which later mails find the series, besides those of its opening
 * @param more how many patches the series has more than was known
 */
public record SeriesPlacement(
        @Nullable Opening opening,
        @Nullable Long series,
        @Nullable Integer number,
        @Nullable String name,
        Leads leads,
        int more) {

    public static final SeriesPlacement NOWHERE = new SeriesPlacement(null, null, null, null);

    public SeriesPlacement(
            @Nullable Opening opening,
            @Nullable Long series,
            @Nullable Integer number,
            @Nullable String name) {
        this(opening, series, number, name, Leads.NONE, 0);
    }

    /**
     * @param own of the mail itself: leads to its series whatever it led to before
     * @param awaited of mails that are not here; none leads to a series yet
     */
    public record Leads(@Nullable MessageId own, List<MessageId> awaited) {

        static final Leads NONE = new Leads(null, List.of());
    }

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
