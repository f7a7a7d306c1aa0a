package io.patchbay.tracker;

import java.util.OptionalLong;

/**
 * How often each tag is given to each patch. Filing counts as mail comes; after a change of the
 * tags, or of what a project does with them, all is counted again from the kept texts.
 */
public interface TagCounts {

    /**
     * Counts for the next patches by id.
     *
     * @param after the id behind which to begin, 0 at first
     * @return the last id that was counted; empty if there is none behind that one
     */
    OptionalLong recount(long after, int most);
}
