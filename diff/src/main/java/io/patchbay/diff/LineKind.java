package io.patchbay.diff;

/**
 * What a line looks like, whatever stands around it: a removed line {@code -- a} looks like {@link
 * #OLD_FILE}. What a line is, {@link ParsedDiff} says, or whatever else reads the kinds by a rule
 * of its own.
 */
public enum LineKind {
    /** Begins with a blank. */
    CONTEXT,
    /** Begins with {@code +}, and is no {@link #NEW_FILE}. */
    ADDED,
    /** Begins with {@code -}, and is no {@link #OLD_FILE}. */
    REMOVED,
    /** Begins with {@code "--- "}. */
    OLD_FILE,
    /** Begins with {@code "+++ "}. */
    NEW_FILE,
    /** {@code @@ -1,5 +1,6 @@}, and anything behind. */
    HUNK,
    /** {@code @@@ -1,5 -1,4 +1,6 @@@}, and anything behind; more signs for more parents. */
    COMBINED_HUNK,
    /** Begins with {@code "diff --git "}. */
    GIT_DIFF,
    /** Begins with {@code "diff --cc "} or {@code "diff --combined "}: a merge. */
    COMBINED_DIFF,
    /** Begins with {@code "diff "} otherwise, like those of {@code diff -r} and Mercurial. */
    OTHER_DIFF,
    /** Begins with {@code "Index: "}, like those of Subversion, CVS and quilt. */
    INDEX,
    /** One of {@link ExtendedHeader}. */
    EXTENDED_HEADER,
    /** Begins with {@code "GIT binary patch"}. */
    GIT_BINARY,
    /** {@code Binary files … differ}. */
    BINARY_FILES,
    /** Begins with {@code "\ No newline at end of file"}. */
    NO_NEWLINE,
    /** Nothing but the line's end. */
    EMPTY,
    /** Anything else, lines of prose among them. */
    OTHER;

    /** Whether the line is the command that made the diff of a file: {@code diff …}. */
    public boolean isDiff() {
        return this == GIT_DIFF || this == COMBINED_DIFF || this == OTHER_DIFF;
    }
}
