package io.patchbay.diff.compare;

/**
 * A line of a comparison of two patches, or of their messages.
 *
 * @param change which of the patches has it
 * @param content what it is in its patch
 * @param text the line itself, in a patch with its sign; of a hunk's first line, the heading above
 *     it, which may be empty
 */
public record DiffRow(Change change, Content content, String text) {

    /** In which of two patches a line stands. */
    public enum Change {
        /** The first line of a hunk: in neither. */
        HUNK,
        /** In both. */
        CONTEXT,
        /** Only in the older one. */
        REMOVED,
        /** Only in the newer one. */
        ADDED
    }

    /** What a line is in its patch. */
    public enum Content {
        /** A heading of author, message or file. */
        HEADING,
        /** Of the author or the message. */
        MESSAGE,
        /** The first line of a hunk. */
        HUNK,
        CONTEXT,
        ADDED,
        REMOVED
    }
}
