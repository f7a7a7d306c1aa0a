package io.patchbay.tracker.mails;

import io.patchbay.tracker.filing.Filed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of a mail whose bytes are kept (docs/adr/0011).
 *
 * @param received when it came for the first time
 * @param archived whether it lay in an archive, which decides how its line ends are read
 * @param listId the list it was filed under whatever its headers say; null to ask the headers
 * @param origin where it came from, for people
 * @param subject empty if nothing could be read
 * @param reason why it became this, for people; null where nothing has to be explained
 * @param attempts how often it was tried to file it
 * @param size in bytes, as it came
 */
public record KeptMail(
        long id,
        Instant received,
        boolean archived,
        @Nullable String listId,
        String origin,
        String subject,
        Outcome outcome,
        @Nullable String reason,
        int attempts,
        long size) {

    /** What became of it. */
    public enum Outcome {
        PATCH,
        COVER,
        COMMENT,
        DUPLICATE,
        /** None of our business: empty, to be ignored, or a reply to nothing that is here. */
        DROPPED,
        /** No project has its list; there may be one later. */
        UNKNOWN_LIST,
        /** It cannot be read or filed. */
        BROKEN;

        private static final Set<Outcome> QUARANTINED = Set.of(UNKNOWN_LIST, BROKEN);

        /** Whether somebody has to look after it. */
        public boolean isQuarantined() {
            return QUARANTINED.contains(this);
        }

        /** Whether something that was not here before was made of it. */
        public boolean isNew() {
            return ordinal() <= COMMENT.ordinal();
        }
    }

    /**
     * An outcome with its reason.
     *
     * @param reason null where nothing has to be explained
     */
    public record Fate(Outcome outcome, @Nullable String reason) {

        /** For people, such as {@code filed as patch}. */
        public String told() {
            return switch (outcome) {
                case PATCH, COVER, COMMENT -> "filed as " + outcome.name().toLowerCase(Locale.ROOT);
                case DUPLICATE -> "here already";
                case DROPPED -> "not filed: " + reason;
                case UNKNOWN_LIST, BROKEN -> "kept in the quarantine: " + reason;
            };
        }

        public static Fate of(Filed filed) {
            return switch (filed) {
                case Filed.AsPatch _ -> new Fate(Outcome.PATCH, null);
                case Filed.AsCover _ -> new Fate(Outcome.COVER, null);
                case Filed.AsComment _ -> new Fate(Outcome.COMMENT, null);
                case Filed.Duplicate _ -> new Fate(Outcome.DUPLICATE, null);
                case Filed.Unwanted(var reason) -> of(reason);
                case Filed.Broken(var reason) -> new Fate(Outcome.BROKEN, reason);
            };
        }

        private static Fate of(Filed.Reason reason) {
            return switch (reason) {
                case UNKNOWN_LIST -> new Fate(Outcome.UNKNOWN_LIST, "no project has its list");
                case HINT_IGNORE -> new Fate(Outcome.DROPPED, "its sender asks to ignore it");
                case NO_CONTENT -> new Fate(Outcome.DROPPED, "it has neither text nor diff");
                case UNKNOWN_PARENT -> new Fate(Outcome.DROPPED, "it answers nothing that is here");
            };
        }
    }
}
