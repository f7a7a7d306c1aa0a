package io.patchbay.tracker.versions;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says of other versions of its series.
 *
 * @param value a change-id, or the Message-ID of another mail as stored
 * @param version which version that mail is said to be, null if it is not said
 */
public record Claim(Kind kind, String value, @Nullable Integer version) {

    /** In the order in which they are believed; the names are stored. */
    public enum Kind {
        /** What the versions of a series have in common by themselves. */
        CHANGE_ID("change-id"),
        /** What another series has that this one needs: so they are different series. */
        NEEDS_CHANGE_ID("needs-change-id"),
        /** "Link to vN:" and an address. */
        LINK("link"),
        SUPERSEDES("supersedes"),
        /** An address with a Message-ID. */
        ADDRESS("address"),
        /** What the first mails of the series answer. */
        REPLY("reply");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Kind of(String word) {
            for (var kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "'%s' is no kind of claim; a newer program wrote it".formatted(word));
        }
    }
}
