package io.patchbay.tracker.filing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.events.Event;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What became of a mail, with everything that has to be kept of it. Each case is an ordinary day;
 * only a broken store throws (mail-ingest §4, §12).
 */
public sealed interface Filed {

    /**
     * A patch or pull request.
     *
     * @param cover if it is the cover letter of a series too; null mostly
     */
    record AsPatch(
            NewPatch patch,
            Sender sender,
            SeriesPlacement placement,
            List<Long> needs,
            List<Event.Occurrence> events,
            @Nullable AsCover cover)
            implements Filed {}

    /** A cover letter. */
    record AsCover(
            NewCover cover,
            Sender sender,
            SeriesPlacement placement,
            List<Long> needs,
            List<Event.Occurrence> events)
            implements Filed {}

    /** A reply to a patch or to a cover letter. */
    record AsComment(NewComment comment, Sender sender, List<Event.Occurrence> events)
            implements Filed {}

    /** It is here already. */
    record Duplicate(MessageId id) implements Filed {}

    /** A mail in good order that is none of our business. */
    record Unwanted(Reason reason) implements Filed {}

    /** Not a mail that can be filed; the reason names the header at fault. */
    record Broken(String reason) implements Filed {}

    enum Reason {
        /** Its sender asked us to ignore it. */
        HINT_IGNORE,
        /** No project has its list. */
        UNKNOWN_LIST,
        /** Neither text nor diff. */
        NO_CONTENT,
        /** It answers nothing that is here. */
        UNKNOWN_PARENT
    }
}
