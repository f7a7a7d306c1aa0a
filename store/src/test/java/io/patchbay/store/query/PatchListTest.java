package io.patchbay.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.Sample;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InSeries;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.Nothing;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Criterion.Undelegated;
import io.patchbay.tracker.query.Criterion.WithHash;
import io.patchbay.tracker.query.Criterion.WithMessageId;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Lists agree with a plain model: all patches, filtered and sorted in memory. */
final class PatchListTest extends StoreContract {

    private static final int SEED = 20260102;
    private static final int PATCHES = 60;

    /** A criterion and what it means. */
    private record Filter(Criterion criterion, Predicate<Patch> meaning) {}

    private static final List<Filter> FILTERS =
            List.of(
                    new Filter(new InProjects(Set.of(1L)), patch -> patch.project().id() == 1),
                    new Filter(new InProjects(Set.of(1L, 2L, 99L)), patch -> true),
                    new Filter(new InProjects(Set.of()), patch -> false),
                    new Filter(
                            new InSeries(Set.of(1L, 3L)),
                            patch ->
                                    patch.series() != null
                                            && Set.of(1L, 3L).contains(patch.series().id())),
                    new Filter(new BySubmitters(Set.of(2L)), patch -> patch.submitter().id() == 2),
                    new Filter(new DelegatedTo(Set.of(1L, 2L)), patch -> patch.delegate() != null),
                    new Filter(new Undelegated(), patch -> patch.delegate() == null),
                    new Filter(
                            new InStates(Set.of(1L, 3L)),
                            patch -> Set.of(1L, 3L).contains(patch.state().id())),
                    new Filter(new Archived(true), Patch::archived),
                    new Filter(new Archived(false), patch -> !patch.archived()),
                    new Filter(new WithHash("%040X".formatted(26)), patch -> patch.id() == 26),
                    new Filter(
                            new WithMessageId("<patch-7@example.org>"), patch -> patch.id() == 7),
                    new Filter(
                            new Since(Sample.MAIL_DATE.plusSeconds(20)), patch -> patch.id() >= 20),
                    new Filter(
                            new Before(Sample.MAIL_DATE.plusSeconds(40)), patch -> patch.id() < 40),
                    new Filter(
                            new Mentions("FIX_%"),
                            patch -> patch.name().toLowerCase(Locale.ROOT).contains("fix_%")),
                    new Filter(new Mentions("nul \0"), patch -> false),
                    new Filter(new Nothing(), patch -> false));

    private record Sort(Field field, Comparator<Patch> meaning) {}

    private static final Comparator<String> NULLS_FIRST =
            Comparator.nullsFirst(Comparator.naturalOrder());

    private static final List<Sort> SORTS =
            List.of(
                    new Sort(Field.ID, Comparator.comparing(Patch::id)),
                    new Sort(Field.NAME, Comparator.comparing(Patch::name)),
                    new Sort(Field.DATE, Comparator.comparing(Patch::date)),
                    new Sort(
                            Field.PROJECT,
                            Comparator.comparing(patch -> patch.project().linkName())),
                    new Sort(Field.STATE, Comparator.comparing(patch -> patch.state().ordering())),
                    new Sort(Field.ARCHIVED, Comparator.comparing(Patch::archived)),
                    new Sort(
                            Field.SUBMITTER, Comparator.comparing(patch -> patch.submitter().id())),
                    new Sort(
                            Field.SUBMITTER_NAME,
                            Comparator.comparing(patch -> patch.submitter().name(), NULLS_FIRST)),
                    new Sort(
                            Field.DELEGATE,
                            Comparator.comparing(
                                    patch ->
                                            patch.delegate() == null
                                                    ? null
                                                    : patch.delegate().username(),
                                    NULLS_FIRST)),
                    new Sort(Field.CHECK_STATE, Comparator.comparing(Patch::check)));

    private List<Patch> all = List.of();

    @BeforeEach
    void fill() {
        var random = new Random(SEED);
        sample(sample -> {
            var projects = List.of(sample.project("beta"), sample.project("Alpha"));
            var people = List.of(sample.person("Zoe"), sample.person("ann"));
            var users = List.of(sample.user("uma"), sample.user("Tom"));
            long[] series = new long[4];
            for (int i = 0; i < series.length; i++) {
                series[i] = sample.series(projects.get(i % 2), people.get(0), "set", 9);
            }
            for (int i = 0; i < PATCHES; i++) {
                add(sample, random, projects, people, users, series);
            }
            return true;
        });
        all = read(reading -> reading.patches().list(selection(List.of(), List.of()))).rows();
        assertThat(all).hasSize(PATCHES);
    }

    private static void add(
            Sample sample,
            Random random,
            List<Long> projects,
            List<Long> people,
            List<Long> users,
            long[] series) {
        int which = random.nextInt(series.length);
        var name = List.of("fix_% it", "Fix_% IT", "fixx it", "Über").get(random.nextInt(4));
        long submitter = people.get(random.nextInt(2));
        long project = projects.get(which % 2);
        long patch =
                random.nextBoolean()
                        ? sample.patch(project, submitter, name)
                        : sample.patchOf(
                                series[which], random.nextInt(1_000_000), project, submitter, name);
        var states = sample.writing().projects().states();
        var delegate = random.nextInt(3);
        sample.edit(
                patch,
                change ->
                        change.state(states.get(random.nextInt(4)))
                                .archived(random.nextInt(4) == 0)
                                .delegate(
                                        delegate == 2
                                                ? null
                                                : sample.userWith(users.get(delegate))));
    }

    @Test
    void everyPairOfFiltersLetsThroughWhatBothMean() {
        for (var first : FILTERS) {
            for (var second : FILTERS) {
                var page = list(List.of(first.criterion(), second.criterion()), List.of());

                assertThat(page.rows())
                        .as("%s and %s", first.criterion(), second.criterion())
                        .isEqualTo(
                                all.stream()
                                        .filter(first.meaning())
                                        .filter(second.meaning())
                                        .toList());
            }
        }
    }

    @Test
    void theTotalOfAFilteredListCountsWhatThePageLeavesOut() {
        for (var first : FILTERS) {
            for (var second : FILTERS) {
                var criteria = List.of(first.criterion(), second.criterion());
                var selection = new Selection(criteria, List.of(), 0, 1);

                var page = read(reading -> reading.patches().list(selection));

                assertThat(page.total())
                        .as("%s and %s", first.criterion(), second.criterion())
                        .isEqualTo(
                                all.stream()
                                        .filter(first.meaning())
                                        .filter(second.meaning())
                                        .count());
            }
        }
    }

    @Test
    void everyPairOfOrdersSortsByTheFirstThenTheSecondThenTheId() {
        for (var first : SORTS) {
            for (var second : SORTS) {
                var order =
                        List.of(new Order(first.field(), true), new Order(second.field(), false));

                var page = list(List.of(), order);

                assertThat(page.rows())
                        .extracting(Patch::id)
                        .as("%s descending, %s", first.field(), second.field())
                        .isEqualTo(
                                all.stream()
                                        .sorted(
                                                first.meaning()
                                                        .reversed()
                                                        .thenComparing(second.meaning())
                                                        .thenComparing(Patch::id))
                                        .map(Patch::id)
                                        .toList());
            }
        }
    }

    @Test
    void theIdBreaksTiesInTheDirectionOfTheOrder() {
        var page = list(List.of(), List.of(new Order(Field.STATE, true)));

        assertThat(page.rows())
                .isSortedAccordingTo(
                        Comparator.<Patch, Integer>comparing(patch -> patch.state().ordering())
                                .thenComparing(Patch::id)
                                .reversed());
    }

    @Test
    void pagesAreTheWholeListCutInPieces() {
        var order = List.of(new Order(Field.NAME, false));
        var whole = list(List.of(), order).rows();

        for (int offset = 0; offset < PATCHES + 14; offset += 7) {
            var selection = new Selection(List.of(), order, offset, 7);

            var page = read(reading -> reading.patches().list(selection));

            assertThat(page.total()).isEqualTo(PATCHES);
            assertThat(page.rows())
                    .isEqualTo(
                            whole.subList(
                                    Math.min(offset, PATCHES), Math.min(offset + 7, PATCHES)));
        }
    }

    @Test
    void aFilterThatTheListDoesNotHaveIsRefusedByName() {
        assertThatThrownBy(() -> list(List.of(new Criterion.Public(true)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PATCHES")
                .hasMessageContaining("Public");
    }

    @Test
    void anOrderThatTheListDoesNotHaveIsRefusedByName() {
        assertThatThrownBy(() -> list(List.of(), List.of(new Order(Field.USERNAME, false))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PATCHES")
                .hasMessageContaining("USERNAME");
    }

    @Test
    void rowsOfOneListShareTheirProject() {
        var projects = all.stream().map(Patch::project).toList();

        var distinct = projects.stream().map(System::identityHashCode).distinct().count();

        assertThat(distinct).isEqualTo(projects.stream().map(Project::id).distinct().count());
        assertThat(all).allMatch(patch -> Objects.nonNull(patch.submitter().name()));
    }

    private Page<Patch> list(List<Criterion> criteria, List<Order> order) {
        return read(reading -> reading.patches().list(selection(criteria, order)));
    }

    private static Selection selection(List<Criterion> criteria, List<Order> order) {
        return new Selection(criteria, order, 0, 1_000);
    }
}
