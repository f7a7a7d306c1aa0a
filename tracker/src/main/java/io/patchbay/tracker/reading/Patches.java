package io.patchbay.tracker.reading;

import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The patches. */
public interface Patches {

    Page<Patch> list(Selection selection);

    /** The same list for those who show the counts too, which stand in the rows of the patches. */
    Tallied tallied(Selection selection);

    Optional<Patch> withId(long id);

    /** The Message-ID with angle brackets; one that its mail gave without them is found too. */
    Optional<Patch> withMessageId(long projectId, String msgid);

    /** Those of a series that have a number, by number. */
    List<Patch> numberedInSeries(long seriesId);

    MailText text(long id);

    Map<Long, MailText> texts(Collection<Long> ids);

    /** For the patches' columns of counts. A patch of which there is nothing to tell is absent. */
    Map<Long, Tally> tallies(Collection<Long> ids);

    /**
     * A page of patches with what is counted on them.
     *
     * @param tallies by the patches' ids, as {@link #tallies} gives them
     */
    record Tallied(Page<Patch> page, Map<Long, Tally> tallies) {}

    /**
     * What is counted on a patch.
     *
     * @param tags how often each tag was given, by tag id
     * @param success latest checks that succeeded; likewise the other two
     */
    record Tally(Map<Long, Integer> tags, int success, int warning, int fail, int comments) {}
}
