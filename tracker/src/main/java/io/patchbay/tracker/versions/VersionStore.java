package io.patchbay.tracker.versions;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What linking asks of the store, inside one transaction. */
public interface VersionStore extends VersionLinks {

    /** The ids of series that share a title, a diff or a sign with these, in whatever project. */
    Set<Long> related(Collection<VersionFacts> series);

    /** The ids of series whose submitter has the same address or name. */
    Set<Long> ofSubmitters(Collection<Window> windows);

    /** The links that these series have as the later ones. */
    Map<Long, VersionLink> links(Collection<Long> later);

    /** Replaces the links of these series, but for those that a person set. */
    void replace(Collection<Long> later, Collection<VersionLink> links);

    /** The series of one submitter that begin within a time, both ends included. */
    record Window(VersionFacts.Submitter submitter, Instant from, Instant to) {}
}
