package io.patchbay.tracker.versions;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/** The links between versions that are stored. */
public interface VersionLinks {

    /** Of the series that are still here. */
    List<VersionFacts> facts(Collection<Long> series);

    /**
     * All versions of the work that a series is one of, itself among them, each behind its earlier
     * version; empty if no other is known. A work that was split has several newest ones. Of more
     * than a hundred the newest are left out.
     */
    List<KnownVersion> versionsOf(long series);

    /**
     * The next links by the id of the later series.
     *
     * @param after the id behind which to begin, 0 at first
     * @param project null for all projects
     */
    List<VersionLink> after(long after, int most, @Nullable Long project);
}
