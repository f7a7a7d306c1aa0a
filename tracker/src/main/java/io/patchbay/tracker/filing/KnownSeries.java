package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.SeriesHead;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.TreeMap;

/** A series as far as filing has to know it; follows what the mails of a batch change in it. */
public final class KnownSeries {

    private final long id;
    private final Project project;
    private final Instant date;
    private final long submitterId;
    private final int version;
    private final int total;
    private final TreeMap<Integer, PatchHead> patches = new TreeMap<>();
    private int received;
    private @Nullable String name;
    private @Nullable Long cover;

    public KnownSeries(
            long id,
            Project project,
            Instant date,
            long submitterId,
            int version,
            int total,
            @Nullable String name,
            @Nullable Long cover) {
        this.id = id;
        this.project = project;
        this.date = date;
        this.submitterId = submitterId;
        this.version = version;
        this.total = total;
        this.name = name;
        this.cover = cover;
    }

    static KnownSeries of(SeriesPlacement.Opening opening) {
        return new KnownSeries(
                opening.id(),
                opening.project(),
                opening.date(),
                opening.submitterId(),
                opening.version(),
                opening.total(),
                null,
                null);
    }

    /**
     * @param number null for a patch that somebody put here without a place
     */
    public void add(@Nullable Integer number, PatchHead patch) {
        received++;
        if (number != null) {
            patches.put(number, patch);
        }
    }

    void cover(long id) {
        cover = id;
    }

    void rename(String name) {
        this.name = name;
    }

    public long id() {
        return id;
    }

    long projectId() {
        return project.id();
    }

    Instant date() {
        return date;
    }

    long submitterId() {
        return submitterId;
    }

    int version() {
        return version;
    }

    int total() {
        return total;
    }

    int received() {
        return received;
    }

    @Nullable String name() {
        return name;
    }

    /** A cover letter whose subject is nothing but a marker leaves its series without a name. */
    boolean isNamed() {
        return name != null && !name.isEmpty();
    }

    boolean hasCover() {
        return cover != null;
    }

    boolean holds(int number) {
        return patches.containsKey(number);
    }

    @Nullable PatchHead patch(int number) {
        return patches.get(number);
    }

    boolean holdsAllBelow(int number) {
        return patches.subMap(1, number).size() == number - 1;
    }

    /** A name that nobody chose: none, or that of the first patch. */
    boolean isNamedAfterFirstPatch() {
        var first = patches.get(1);
        return !isNamed() || first != null && first.name().equals(name);
    }

    SeriesHead head() {
        return new SeriesHead(id, project, name, date, version);
    }
}
