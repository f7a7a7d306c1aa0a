package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.SeriesHead;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A series as far as filing has to know it; follows what the mails of a batch change in it. */
public final class KnownSeries {

    private final long id;
    private final Project project;
    private final Instant date;
    private final long submitterId;
    private final int version;
    private int total;
    private final TreeMap<Integer, PatchHead> patches = new TreeMap<>();
    private int received;
    private @Nullable String name;
    private @Nullable Long cover;
    private @Nullable String coverMsgid;
    private final Set<String> references = new HashSet<>();

    public KnownSeries(
            long id,
            Project project,
            Instant date,
            long submitterId,
            int version,
            int total,
            @Nullable String name,
            @Nullable Long cover,
            @Nullable String coverMsgid) {
        this.id = id;
        this.project = project;
        this.date = date;
        this.submitterId = submitterId;
        this.version = version;
        this.total = total;
        this.name = name;
        this.cover = cover;
        this.coverMsgid = coverMsgid;
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

    void cover(CoverHead head) {
        cover = head.id();
        coverMsgid = head.msgid();
    }

    /** A Message-ID that leads to this series. */
    public void refer(String msgid) {
        references.add(msgid);
    }

    void forget(String msgid) {
        references.remove(msgid);
    }

    void grow(int more) {
        total += more;
    }

    Set<String> members() {
        var members = new HashSet<String>();
        patches.values().forEach(patch -> members.add(patch.msgid()));
        if (coverMsgid != null) {
            members.add(coverMsgid);
        }
        return members;
    }

    boolean hasMember(String msgid) {
        return members().contains(msgid);
    }

    /** What its mails refer to and is not among them. */
    Set<String> awaited() {
        var awaited = new HashSet<>(references);
        awaited.removeAll(members());
        return awaited;
    }

    NavigableMap<Integer, PatchHead> patches() {
        return patches;
    }

    boolean isEmpty() {
        return received == 0;
    }

    boolean hasOnlyCover() {
        return hasCover() && isEmpty();
    }

    boolean hasPatchBefore(Instant when) {
        return patches.values().stream().anyMatch(patch -> patch.date().isBefore(when));
    }

    /** Whether so many patches were announced; those beyond made the total grow. */
    boolean isOf(int announced) {
        return total == announced || total - announced == patches.tailMap(announced, false).size();
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
