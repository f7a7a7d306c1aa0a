package io.patchbay.xmlrpc;

import static java.util.Locale.ROOT;

import io.patchbay.tracker.Reading;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.model.Check;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Comparison;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The methods that read. What is not there is an empty struct or text, never a fault. */
final class Lookups {

    private static final Map<String, Object> NOTHING = Map.of();
    private static final List<Order> BY_ID = List.of(new Order(Field.ID, false));
    private static final List<Order> BY_DATE = List.of(new Order(Field.DATE, false));

    private final Store store;

    Lookups(Store store) {
        this.store = store;
    }

    Object projects(String search, long maxCount) {
        return store.read(reading -> {
            var found =
                    reading.projects().all().stream()
                            .filter(project -> holds(project.linkName(), search))
                            .map(Structs::project)
                            .toList();
            return cut(found, maxCount);
        });
    }

    Object project(long id) {
        return store.read(reading -> orNothing(reading.projects().withId(id), Structs::project));
    }

    Object people(String search, long maxCount) {
        return store.read(reading -> {
            List<Criterion> criteria =
                    search.isEmpty() ? List.of() : List.of(new Criterion.Mentions(search));
            return structs(reading, some(reading.people()::list, criteria, BY_ID, maxCount));
        });
    }

    Object person(long id) {
        return store.read(reading ->
                orNothing(
                        reading.people().withId(id),
                        person -> structs(reading, List.of(person)).getFirst()));
    }

    private static List<Map<String, Object>> structs(Reading reading, List<Person> people) {
        var ids = new ArrayList<Long>();
        for (var person : people) {
            var userId = person.userId();
            if (userId != null) {
                ids.add(userId);
            }
        }
        var users = reading.users().withIds(ids);
        return people.stream()
                .map(person -> {
                    var userId = person.userId();
                    return Structs.person(person, userId == null ? null : users.get(userId));
                })
                .toList();
    }

    Object patches(Map<String, @Nullable Object> filter) {
        var criteria = PatchFilter.criteria(filter);
        return store.read(reading ->
                some(reading.patches()::list, criteria, BY_DATE, maxCount(filter)).stream()
                        .map(Structs::patch)
                        .toList());
    }

    Object patch(long id) {
        return store.read(reading -> orNothing(reading.patches().withId(id), Structs::patch));
    }

    Object patchWithHash(String hash) {
        return only(List.of(withHash(hash)));
    }

    Object patchWithHash(String linkName, String hash) {
        return store.read(reading -> reading.projects().withLinkName(linkName))
                .map(project ->
                        only(
                                List.of(
                                        new Criterion.InProjects(Set.of(project.id())),
                                        withHash(hash))))
                .orElse(NOTHING);
    }

    private static Criterion withHash(String hash) {
        return new Criterion.Compares(Field.HASH, Comparison.EQUAL, List.of(hash));
    }

    private Object only(List<Criterion> criteria) {
        var found =
                store.read(reading -> reading.patches().list(new Selection(criteria, BY_ID, 0, 2)));
        if (found.total() > 1) {
            throw Fault.several("Patch", found.total());
        }
        return found.rows().isEmpty() ? NOTHING : Structs.patch(found.rows().getFirst());
    }

    Object mbox(long patchId) {
        return store.read(reading ->
                reading.patches().withId(patchId).map(patch -> mbox(reading, patch)).orElse(""));
    }

    private static String mbox(Reading reading, Patch patch) {
        var comments =
                reading.comments()
                        .contentsOnPatches(List.of(patch.id()))
                        .getOrDefault(patch.id(), List.of());
        return new io.patchbay.tracker.mbox.Mbox()
                .add(patch, reading.patches().text(patch.id()), comments)
                .toString();
    }

    Object diff(long patchId) {
        return store.read(reading ->
                reading.patches()
                        .withId(patchId)
                        .map(patch -> reading.patches().text(patch.id()).diff())
                        .orElse(""));
    }

    Object states(String search, long maxCount) {
        return store.read(reading -> {
            var found =
                    reading.projects().states().stream()
                            .filter(state -> holds(state.name(), search))
                            .map(Structs::state)
                            .toList();
            return cut(found, maxCount);
        });
    }

    Object state(long id) {
        return store.read(reading ->
                orNothing(
                        reading.projects().states().stream()
                                .filter(state -> state.id() == id)
                                .findFirst(),
                        Structs::state));
    }

    Object checks(Map<String, @Nullable Object> filter) {
        var criteria = CheckFilter.criteria(filter);
        return store.read(reading ->
                checkStructs(
                        reading, some(reading.checks()::list, criteria, BY_ID, maxCount(filter))));
    }

    Object check(long id) {
        return store.read(reading -> {
            var criteria =
                    List.<Criterion>of(
                            new Criterion.Compares(Field.ID, Comparison.EQUAL, List.of(id)));
            var found = reading.checks().list(new Selection(criteria, BY_ID, 0, 1)).rows();
            return found.isEmpty() ? NOTHING : checkStructs(reading, found).getFirst();
        });
    }

    Object checksOf(long patchId) {
        return store.read(reading ->
                orNothing(
                        reading.patches().withId(patchId),
                        patch -> {
                            var latest = checkStructs(reading, reading.checks().latest(patchId));
                            var struct = new LinkedHashMap<String, Object>();
                            struct.put("state", patch.check().label());
                            struct.put("total", latest.size());
                            struct.put("checks", latest);
                            return struct;
                        }));
    }

    private static List<Map<String, Object>> checkStructs(Reading reading, List<Check> checks) {
        var ids = checks.stream().map(Check::patchId).distinct().toList();
        var names = new LinkedHashMap<Long, String>();
        if (!ids.isEmpty()) {
            var criteria =
                    List.<Criterion>of(
                            new Criterion.Compares(
                                    Field.ID, Comparison.IN, List.<Object>copyOf(ids)));
            for (var patch :
                    reading.patches().list(new Selection(criteria, BY_ID, 0, ids.size())).rows()) {
                names.put(patch.id(), patch.name());
            }
        }
        return checks.stream()
                .map(check -> Structs.check(check, names.getOrDefault(check.patchId(), "")))
                .toList();
    }

    private static long maxCount(Map<String, @Nullable Object> filter) {
        return filter.get(PatchFilter.MAX_COUNT) instanceof Long count ? count : 0;
    }

    /** The first N; the last N of a negative number; all for 0. */
    private static <T> List<T> cut(List<T> all, long maxCount) {
        int count = (int) Math.min(Math.abs(maxCount), all.size());
        if (maxCount == 0) {
            return all;
        }
        return maxCount > 0 ? all.subList(0, count) : all.subList(all.size() - count, all.size());
    }

    private static <T> List<T> some(
            Function<Selection, Page<T>> list,
            List<Criterion> criteria,
            List<Order> order,
            long maxCount) {
        if (maxCount > 0) {
            int limit = (int) Math.min(maxCount, Integer.MAX_VALUE);
            return list.apply(new Selection(criteria, order, 0, limit)).rows();
        }
        if (maxCount == 0) {
            return list.apply(new Selection(criteria, order, 0, Integer.MAX_VALUE)).rows();
        }
        long total = list.apply(new Selection(criteria, order, 0, 1)).total();
        long skipped = Math.max(0, total + maxCount);
        return list.apply(new Selection(criteria, order, skipped, Integer.MAX_VALUE)).rows();
    }

    private static <T> Object orNothing(Optional<T> found, Function<T, ?> struct) {
        return found.<Object>map(struct).orElse(NOTHING);
    }

    private static boolean holds(String text, String search) {
        return text.toLowerCase(ROOT).contains(search.toLowerCase(ROOT));
    }
}
