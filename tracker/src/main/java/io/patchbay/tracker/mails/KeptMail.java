package io.patchbay.tracker.mails;

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
        /** It holds something like a diff, and is neither a patch nor a reply to one. */
        HOLDS_DIFF,
        /** A mail with its Message-ID is here, and says something else. */
        OTHER_TEXT,
        /** It cannot be read or filed. */
        BROKEN;

        private static final Set<Outcome> QUARANTINED =
                Set.of(UNKNOWN_LIST, HOLDS_DIFF, OTHER_TEXT, BROKEN);

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
                case UNKNOWN_LIST, HOLDS_DIFF, OTHER_TEXT, BROKEN ->
                        "kept in the quarantine: " + reason;
            };
        }
    }
}
