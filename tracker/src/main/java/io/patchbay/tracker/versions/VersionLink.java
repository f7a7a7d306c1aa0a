package io.patchbay.tracker.versions;

/**
 * That a series is the next version of another.
 *
 * @param score how sure that is, in thousandths
 */
public record VersionLink(long later, long earlier, Source source, int score) {

    /** What tells it; the names are stored and shown. */
    public enum Source {
        PERSON("person"),
        CHANGE_ID("change-id"),
        LINK("link"),
        SUPERSEDES("supersedes"),
        ADDRESS("address"),
        REPLY("reply"),
        /** The same title. */
        TITLE("title"),
        /** The same version posted again. */
        AGAIN("again"),
        /** Titles of patches. */
        PATCHES("patches"),
        /** Diffs that did not change. */
        DIFFS("diffs"),
        /** Changed lines, though somebody else sent them. */
        LINES("lines"),
        /** Title, lines, files and time together. */
        LIKENESS("likeness");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Source of(String word) {
            for (var source : values()) {
                if (source.word.equals(word)) {
                    return source;
                }
            }
            throw new IllegalArgumentException(
                    "'%s' is no source of a link; a newer program wrote it".formatted(word));
        }

        /** What a sign or an equal title tells, rather than likeness. */
        boolean isStrong() {
            return compareTo(PATCHES) <= 0;
        }
    }
}
