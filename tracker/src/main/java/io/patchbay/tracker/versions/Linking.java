package io.patchbay.tracker.versions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides anew on the links of series that got mails, and of those that may be later versions of
 * them. What is decided follows from what is in the store, not from the order in which it came.
 */
public final class Linking {

    private final VersionStore store;
    private final Candidates known = new Candidates();

    private Linking(VersionStore store) {
        this.store = store;
    }

    /**
     * @param changed the ids of series that are new or got mails
     */
    public static void link(Collection<Long> changed, VersionStore store) {
        if (!changed.isEmpty()) {
            new Linking(store).link(changed);
        }
    }

    private void link(Collection<Long> ids) {
        var changed = store.facts(ids);
        known.add(changed);
        var around = new HashSet<>(store.related(changed));
        around.addAll(store.ofSubmitters(changed.stream().map(Linking::after).toList()));
        learn(around);

        var deciding = new ArrayList<>(changed);
        var others = laterThan(changed);
        deciding.addAll(others);
        if (!others.isEmpty()) {
            learn(store.related(others));
        }

        var decided = new HashMap<Long, VersionLink>();
        var unsure = new ArrayList<VersionFacts>();
        for (var later : deciding) {
            var link = VersionRules.byKeys(later, known);
            if (VersionRules.asksSubmitter(later, link)) {
                unsure.add(later);
            } else if (link != null) {
                decided.put(later.id(), link);
            }
        }
        if (!unsure.isEmpty()) {
            learn(store.ofSubmitters(unsure.stream().map(Linking::before).toList()));
        }
        for (var later : unsure) {
            var link = VersionRules.byLikeness(later, known);
            if (link != null) {
                decided.put(later.id(), link);
            }
        }
        keep(deciding, decided);
    }

    private void learn(Collection<Long> ids) {
        var unknown = ids.stream().filter(id -> !known.has(id)).toList();
        if (!unknown.isEmpty()) {
            known.add(store.facts(unknown));
        }
    }

    /** Any of the others that may have one of these as its earlier version. */
    private List<VersionFacts> laterThan(List<VersionFacts> changed) {
        var isChanged = new HashSet<Long>();
        changed.forEach(each -> isChanged.add(each.id()));
        var earliest = changed.stream().min(Comparator.comparing(VersionFacts::date));
        return earliest.isEmpty()
                ? List.of()
                : known.all().stream()
                        .filter(other -> !isChanged.contains(other.id()))
                        .filter(other -> VersionRules.mayFollow(other, earliest.get()))
                        .toList();
    }

    private static VersionStore.Window after(VersionFacts facts) {
        return new VersionStore.Window(
                facts.submitter(),
                facts.date().minus(VersionRules.SLACK),
                facts.date().plus(VersionRules.NEAR));
    }

    private static VersionStore.Window before(VersionFacts facts) {
        return new VersionStore.Window(
                facts.submitter(),
                facts.date().minus(VersionRules.NEAR),
                facts.date().plus(VersionRules.SLACK));
    }

    private void keep(List<VersionFacts> deciding, Map<Long, VersionLink> decided) {
        Set<Long> ids = new HashSet<>();
        deciding.forEach(each -> ids.add(each.id()));
        var before = store.links(ids);
        ids.removeIf(id ->
                before.containsKey(id)
                        ? before.get(id).equals(decided.get(id))
                        : !decided.containsKey(id));
        if (!ids.isEmpty()) {
            store.replace(
                    ids, decided.values().stream().filter(l -> ids.contains(l.later())).toList());
        }
    }
}
