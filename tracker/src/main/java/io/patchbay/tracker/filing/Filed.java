package io.patchbay.tracker.filing;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.mails.KeptMail.Fate;
import io.patchbay.tracker.mails.KeptMail.Outcome;

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

    /**
     * It is here already.
     *
     * @param isOther whether what is here says something else than this mail
     */
    record Duplicate(MessageId id, boolean isOther) implements Filed {

        public Duplicate(MessageId id) {
            this(id, false);
        }
    }

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
        UNKNOWN_PARENT,
        /** The same, and it holds a diff. */
        DIFF_WITHOUT_PARENT,
        /** It holds something like a diff that cannot be read, and answers nothing. */
        UNREAD_DIFF,
        /** It holds a diff, and is several mails in one. */
        DIGEST,
        /** It holds a diff, and reports on a mail that was not delivered. */
        REPORT,
        /** It holds a diff, and asks the owners of the list to let it pass. */
        MODERATION,
        /** It holds a diff, was sent by a program by itself, and answers nothing that is here. */
        AUTOMATIC,
        /** The diff is in a mail that it encloses, and it answers nothing that is here. */
        ENCLOSED;

        /** Whether it may be a reply to what is not here yet. */
        public boolean isOrphan() {
            return switch (this) {
                case UNKNOWN_PARENT, DIFF_WITHOUT_PARENT, AUTOMATIC, ENCLOSED -> true;
                case HINT_IGNORE,
                        UNKNOWN_LIST,
                        NO_CONTENT,
                        UNREAD_DIFF,
                        DIGEST,
                        REPORT,
                        MODERATION ->
                        false;
            };
        }

        private static final String NO_PARENT = "it answers nothing that is here";

        private Fate fate() {
            return switch (this) {
                case UNKNOWN_LIST -> new Fate(Outcome.UNKNOWN_LIST, "no project has its list");
                case HINT_IGNORE -> new Fate(Outcome.DROPPED, "its sender asks to ignore it");
                case NO_CONTENT -> new Fate(Outcome.DROPPED, "it has neither text nor diff");
                case UNKNOWN_PARENT -> new Fate(Outcome.DROPPED, NO_PARENT);
                case DIFF_WITHOUT_PARENT -> new Fate(Outcome.HOLDS_DIFF, NO_PARENT);
                case DIGEST -> new Fate(Outcome.HOLDS_DIFF, "it is a digest of several mails");
                case REPORT ->
                        new Fate(Outcome.HOLDS_DIFF, "it reports on a mail, such as a bounce does");
                case MODERATION ->
                        new Fate(Outcome.HOLDS_DIFF, "it asks to let a mail pass to the list");
                case AUTOMATIC ->
                        new Fate(
                                Outcome.HOLDS_DIFF,
                                "a program sent it by itself (Auto-Submitted), and " + NO_PARENT);
                case ENCLOSED ->
                        new Fate(
                                Outcome.HOLDS_DIFF,
                                "its diff is in a mail that it encloses, and its subject hands in no patch");
                case UNREAD_DIFF ->
                        new Fate(
                                Outcome.HOLDS_DIFF,
                                "it holds a diff that cannot be read: its lines are not those of one, or it is HTML");
            };
        }
    }

    /** What is said of the mail and kept with it. */
    default Fate fate() {
        return switch (this) {
            case AsPatch _ -> new Fate(Outcome.PATCH, null);
            case AsCover _ -> new Fate(Outcome.COVER, null);
            case AsComment _ -> new Fate(Outcome.COMMENT, null);
            case Duplicate(_, var isOther) ->
                    isOther
                            ? new Fate(
                                    Outcome.OTHER_TEXT,
                                    "a mail with its Message-ID is here and says something else")
                            : new Fate(Outcome.DUPLICATE, null);
            case Unwanted(var reason) -> reason.fate();
            case Broken(var reason) -> new Fate(Outcome.BROKEN, reason);
        };
    }
}
