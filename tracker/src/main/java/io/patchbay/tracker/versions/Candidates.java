package io.patchbay.tracker.versions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Series that are known, to be found by what two versions may have in common. */
public final class Candidates {

    private final Map<Long, VersionFacts> series = new LinkedHashMap<>();
    private final Map<Object, List<VersionFacts>> byKey = new HashMap<>();
    private final Map<Object, List<VersionFacts>> bySubmitter = new HashMap<>();

    private record Of(long project, Object value) {}

    public void add(Collection<VersionFacts> known) {
        known.forEach(this::add);
    }

    private void add(VersionFacts facts) {
        if (series.putIfAbsent(facts.id(), facts) != null) {
            return;
        }
        facts.titleKeys().forEach(key -> put(byKey, facts, key));
        facts.hashes().forEach(hash -> put(byKey, facts, hash));
        facts.changeIds().forEach(id -> put(byKey, facts, id));
        facts.members().forEach(msgid -> put(byKey, facts, msgid));
        var submitter = facts.submitter();
        put(bySubmitter, facts, submitter.person());
        if (submitter.name() != null) {
            put(bySubmitter, facts, submitter.name());
        }
    }

    private static void put(
            Map<Object, List<VersionFacts>> index, VersionFacts facts, Object value) {
        index.computeIfAbsent(new Of(facts.project(), value), _ -> new ArrayList<>(1)).add(facts);
    }

    public boolean has(long id) {
        return series.containsKey(id);
    }

    public @Nullable VersionFacts get(long id) {
        return series.get(id);
    }

    public Collection<VersionFacts> all() {
        return series.values();
    }

    /** That of the project with a mail of this id; the one with the lowest id if there are two. */
    @Nullable VersionFacts withMail(VersionFacts in, String msgid) {
        return with(byKey, in, msgid).stream()
                .filter(facts -> facts.members().contains(msgid))
                .findFirst()
                .orElse(null);
    }

    List<VersionFacts> withChangeId(VersionFacts in, String id) {
        return with(byKey, in, id).stream()
                .filter(facts -> facts.changeIds().contains(id))
                .toList();
    }

    /** Of whatever title or diff they have in common with one. */
    Collection<VersionFacts> sharingTitleOrDiff(VersionFacts with) {
        var found = new LinkedHashMap<Long, VersionFacts>();
        with.titleKeys()
                .forEach(key -> with(byKey, with, key).forEach(one -> found.put(one.id(), one)));
        with.hashes()
                .forEach(hash -> with(byKey, with, hash).forEach(one -> found.put(one.id(), one)));
        return found.values();
    }

    Collection<VersionFacts> ofSubmitter(VersionFacts of) {
        var found = new LinkedHashMap<Long, VersionFacts>();
        with(bySubmitter, of, of.submitter().person()).forEach(one -> found.put(one.id(), one));
        var name = of.submitter().name();
        if (name != null) {
            with(bySubmitter, of, name).forEach(one -> found.put(one.id(), one));
        }
        return found.values();
    }

    private static List<VersionFacts> with(
            Map<Object, List<VersionFacts>> index, VersionFacts in, Object value) {
        return index.getOrDefault(new Of(in.project(), value), List.of());
    }
}
