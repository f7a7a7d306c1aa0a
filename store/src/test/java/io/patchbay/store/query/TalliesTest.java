package io.patchbay.store.query;

import static io.patchbay.tracker.query.Selection.Field.DATE;
import static io.patchbay.tracker.query.Selection.Field.ID;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.NotOfCategories;
import io.patchbay.tracker.query.Criterion.OfCategory;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/** What the tallies tell is what a walk through the rows would find. */
final class TalliesTest extends StoreContract {

    private static final int PATCHES = 10_000;
    private static final Instant START = Instant.parse("2011-03-01T00:00:00Z");
    private static final Instant MIDDLE = Instant.parse("2014-08-09T10:11:12Z");
    private static final Instant LATER = Instant.parse("2014-08-11T00:00:00Z");
    private static final Instant LATE = Instant.parse("2018-01-01T00:00:00Z");

    /** What the rows are known to be, beside the store. */
    private record Known(
            long id, long project, long state, boolean archived, Instant date, Category category) {}

    private final List<Known> patches = new ArrayList<>();
    private final List<Known> events = new ArrayList<>();

    /** Two projects; dates that rise with the ids, but not strictly; ids beyond two blocks. */
    @BeforeEach
    void fill() {
        var random = new Random(4);
        sample(sample -> {
            var projects = List.of(sample.project("alpha"), sample.project("beta"));
            sample.person("Ann");
            var transaction = sample.writing().transaction();
            for (int i = 1; i <= PATCHES; i++) {
                addPatch(transaction, 2L * i, projects.get(random.nextInt(2)), i, random);
            }
            for (int i = 1; i <= PATCHES; i++) {
                addEvent(transaction, 2L * i, projects.get(random.nextInt(2)), i, random);
            }
            return projects;
        });
    }

    private void addPatch(Transaction transaction, long id, long project, int i, Random random) {
        var patch =
                new Known(
                        id,
                        project,
                        1 + random.nextInt(3),
                        random.nextInt(4) == 0,
                        START.plusSeconds(i * 25_000L + random.nextInt(10_000_000)),
                        Category.PATCH_CREATED);
        transaction
                .sql()
                .update(
                        """
                        insert into patch (
                            id, project_id, msgid, date, name, submitter_id, state_id, archived)
                        values (?, ?, ?, ?, 'a patch', 1, ?, ?)
                        """,
                        id,
                        project,
                        "<%d@example.org>".formatted(id),
                        patch.date,
                        patch.state,
                        patch.archived);
        transaction.tallies().patch(project, id, patch.date, patch.state, patch.archived, 1);
        transaction.versions().changed(id);
        patches.add(patch);
    }

    private void addEvent(Transaction transaction, long id, long project, int i, Random random) {
        var date = START.plusSeconds(i * 25_000L + random.nextInt(20_000));
        var category =
                random.nextInt(3) == 0 ? Category.PATCH_RELATION_CHANGED : Category.PATCH_CREATED;
        transaction
                .sql()
                .update(
                        "insert into event (id, project_id, category, date, patch_id)"
                                + " values (?, ?, ?, ?, 2)",
                        id,
                        project,
                        category.label(),
                        date);
        transaction.tallies().event(project, id, category);
        events.add(new Known(id, project, 0, false, date, category));
    }

    private static final List<List<Criterion>> RANGES =
            List.of(
                    List.of(),
                    List.of(new Since(MIDDLE)),
                    List.of(new Before(LATE)),
                    List.of(new Since(MIDDLE), new Before(LATE)),
                    List.of(new Since(MIDDLE), new Before(LATER)),
                    List.of(new Since(LATE), new Before(MIDDLE)),
                    List.of(new Since(Instant.parse("2100-01-01T00:00:00Z"))),
                    List.of(new Before(Instant.parse("1999-01-01T00:00:00Z"))));

    @Test
    void patchesOfEveryFilterAreAsManyAndInTheSamePlaces() {
        var filters =
                List.<List<Criterion>>of(
                        List.of(),
                        List.of(new InProjects(Set.of(1L))),
                        List.of(new InProjects(Set.of(1L, 2L)), new InStates(Set.of(2L))),
                        List.of(new InStates(Set.of(1L, 3L))),
                        List.of(new Archived(false)),
                        List.of(new InStates(Set.of(2L)), new Archived(true)));

        everyPageIsAsWalked(
                (reading, selection) -> reading.patches().list(selection),
                row -> row.id(),
                patches,
                filters,
                List.of(ID, DATE));
    }

    @Test
    void eventsOfEveryFilterAreAsManyAndInTheSamePlaces() {
        var filters =
                List.<List<Criterion>>of(
                        List.of(),
                        List.of(new InProjects(Set.of(2L))),
                        List.of(new OfCategory(Category.PATCH_RELATION_CHANGED)),
                        List.of(
                                new InProjects(Set.of(2L)),
                                new NotOfCategories(Set.of(Category.PATCH_RELATION_CHANGED))));

        everyPageIsAsWalked(
                (reading, selection) -> reading.events().list(selection),
                row -> row.id(),
                events,
                filters,
                List.of(ID, DATE));
    }

    private <T> void everyPageIsAsWalked(
            BiFunction<Reading, Selection, Page<T>> list,
            ToLongFunction<T> id,
            List<Known> rows,
            List<List<Criterion>> filters,
            List<Selection.Field> fields) {
        for (var filter : filters) {
            for (var range : RANGES) {
                var criteria = new ArrayList<>(filter);
                criteria.addAll(range);
                for (var field : fields) {
                    for (var order : List.of(new Order(field, false), new Order(field, true))) {
                        var expected = walked(rows, criteria, order);
                        for (long offset : List.of(0L, 2_500L, 9_900L)) {
                            var page =
                                    read(reading ->
                                            list.apply(
                                                    reading,
                                                    new Selection(
                                                            criteria, List.of(order), offset, 7)));

                            assertThat(page.total()).as("%s", criteria).isEqualTo(expected.size());
                            assertThat(page.rows().stream().mapToLong(id).boxed().toList())
                                    .as("%s by %s from %d", criteria, order, offset)
                                    .isEqualTo(part(expected, offset));
                        }
                    }
                }
            }
        }
    }

    private static List<Long> part(List<Long> all, long offset) {
        int from = (int) Math.min(offset, all.size());
        return all.subList(from, Math.min(from + 7, all.size()));
    }

    private static List<Long> walked(List<Known> rows, List<Criterion> criteria, Order order) {
        var ids =
                new ArrayList<>(
                        rows.stream()
                                .filter(row -> criteria.stream().allMatch(one -> fits(row, one)))
                                .sorted((a, b) ->
                                        order.field() == DATE && !a.date.equals(b.date)
                                                ? a.date.compareTo(b.date)
                                                : Long.compare(a.id, b.id))
                                .map(Known::id)
                                .toList());
        if (order.descending()) {
            Collections.reverse(ids);
        }
        return ids;
    }

    private static boolean fits(Known row, Criterion criterion) {
        return switch (criterion) {
            case InProjects(var ids) -> ids.contains(row.project);
            case InStates(var ids) -> ids.contains(row.state);
            case Archived(var archived) -> row.archived == archived;
            case Since(var date) -> !row.date.isBefore(date);
            case Before(var date) -> row.date.isBefore(date);
            case OfCategory(var category) -> row.category == category;
            case NotOfCategories(var categories) -> !categories.contains(row.category);
            default -> throw new IllegalArgumentException(criterion.toString());
        };
    }
}
