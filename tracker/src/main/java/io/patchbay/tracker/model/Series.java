package io.patchbay.tracker.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Patches that were sent together.
 *
 * @param total how many patches the first mail announced
 * @param receivedTotal how many are here
 * @param patches ordered by date
 * @param dependencies ids of the series this one needs
 * @param dependents ids of the series that need this one
 */
public record Series(
        long id,
        Project project,
        @Nullable String name,
        Instant date,
        Person submitter,
        int version,
        int total,
        int receivedTotal,
        @Nullable CoverHead cover,
        List<PatchHead> patches,
        List<Long> dependencies,
        List<Long> dependents) {

    public boolean receivedAll() {
        return receivedTotal >= total;
    }

    public SeriesHead head() {
        return new SeriesHead(id, project, name, date, version);
    }
}
