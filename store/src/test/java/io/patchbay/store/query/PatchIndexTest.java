package io.patchbay.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.Sample;
import io.patchbay.store.StoreContract;
import io.patchbay.store.WriteTransaction;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Criterion.Undelegated;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** What the index tells of patches is what their rows tell, in every snapshot of every node. */
@SuppressWarnings("NullAway") // JUnit opens
final class PatchIndexTest extends StoreContract {

    private static final int PATCHES = 2_500;
    private static final List<String> NAMES =
            List.of("tide: add a table", "Tide %s", "berth_7: fix", "harbor: Größe", "ok");
    private static final List<Criterion> CRITERIA =
            List.of(
                    new InProjects(Set.of(1L)),
                    new InProjects(Set.of(1L, 2L)),
                    new InStates(Set.of(2L)),
                    new InStates(Set.of(1L, 3L, 99L)),
                    new InStates(Set.of()),
                    new Archived(true),
                    new Archived(false),
                    new BySubmitters(Set.of(3L)),
                    new BySubmitters(Set.of(1L, -1L, Long.MAX_VALUE)),
                    new DelegatedTo(Set.of(1L)),
                    new Undelegated(),
                    new Since(Sample.MAIL_DATE.plusSeconds(700)),
                    new Before(Sample.MAIL_DATE.plusSeconds(1_900)),
                    new Mentions("tide"),
                    new Mentions("ok"),
                    new Mentions("GRÖSSE"),
                    new Mentions("Größe"),
                    new Mentions("%"),
                    new Mentions("h_7"),
                    new Mentions("nowhere"),
                    new Mentions("a\0b"));
    private static final List<List<Order>> ORDERS =
            List.of(
                    List.of(),
                    List.of(new Order(Field.ID, true)),
                    List.of(new Order(Field.STATE, false)),
                    List.of(new Order(Field.STATE, true)),
                    List.of(new Order(Field.ARCHIVED, true)),
                    List.of(new Order(Field.DATE, true)));

    private final Random random = new Random(7);
    private DatabaseStore other;

    @BeforeEach
    void fill() {
        other = database.open(clock, _ -> {});
        sample(sample -> {
            sample.project("alpha");
            sample.project("beta");
            for (var name : List.of("ann", "bob", "cat")) {
                sample.person(name);
                sample.user(name);
            }
            for (int i = 0; i < PATCHES; i++) {
                add(sample);
            }
            return true;
        });
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    private long add(Sample sample) {
        return sample.patch(
                1 + random.nextInt(2), 1 + random.nextInt(3), NAMES.get(random.nextInt(5)));
    }

    private void edit(Sample sample, long id) {
        var states = sample.writing().projects().states();
        var user = sample.userWith(1 + random.nextInt(3));
        sample.edit(
                id,
                change ->
                        switch (random.nextInt(3)) {
                            case 0 -> change.state(states.get(random.nextInt(3)));
                            case 1 -> change.archived(random.nextBoolean());
                            default -> change.delegate(random.nextBoolean() ? user : null);
                        });
    }

    private boolean changeSome(DatabaseStore node, int changes) {
        return node.write(writing -> {
            var sample = new Sample((WriteTransaction) writing);
            for (int i = 0; i < changes; i++) {
                if (random.nextInt(4) == 0) {
                    add(sample);
                } else {
                    edit(sample, 1 + random.nextInt(PATCHES));
                }
            }
            return true;
        });
    }

    @Test
    void everyPairOfFiltersLetsThroughWhatTheRowsTell() {
        changeSome(store, 500);
        var rows = rowsOf(store);

        for (var first : CRITERIA) {
            for (var second : CRITERIA) {
                for (var order : ORDERS) {
                    for (long offset : List.of(0L, 500L)) {
                        pageIsAsWalked(rows, List.of(first, second), order, offset);
                    }
                }
            }
        }
    }

    @Test
    void aNodeSeesTheChangesOfAnother() {
        for (int round = 0; round < 30; round++) {
            changeSome(round % 2 == 0 ? store : other, 1 + random.nextInt(5));

            assertThat(countsOf(store)).isEqualTo(countsOf(other)).isEqualTo(countsByRows(store));
        }
    }

    @Test
    void aReaderSeesItsSnapshotWhateverOthersHaveReadSince() {
        countsOf(store);
        var before = countsByRows(store);

        var seen =
                store.read(reading -> {
                    // The snapshot begins with the first question.
                    var unused = reading.patches().withId(1);
                    changeSome(other, 200);
                    var after = countsOf(store);
                    assertThat(after).isNotEqualTo(before);
                    return countsOf(reading);
                });

        assertThat(seen).isEqualTo(before);
        assertThat(countsOf(store)).isEqualTo(countsByRows(store));
    }

    @Test
    void aWriterSeesItsOwnChangesAndNobodyThoseThatWereUndone() {
        var before = countsOf(store);

        try {
            store.write(writing -> {
                var sample = new Sample((WriteTransaction) writing);
                long id = add(sample);
                sample.edit(id, change -> change.archived(true));
                assertThat(countsOf(writing)).isNotEqualTo(before);
                throw new IllegalStateException("undo");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("undo");
        }

        assertThat(countsOf(store)).isEqualTo(before);
        changeSome(store, 1);
        assertThat(countsOf(store)).isEqualTo(countsByRows(store));
    }

    @Test
    void onlyWhatChangedIsReadAgain() {
        countsOf(store);
        sample(sample -> {
            edit(sample, 1_500);
            return true;
        });
        statements.clear();

        countsOf(store);

        assertThat(statements)
                .filteredOn(statement -> statement.contains(PatchBlock.COLUMNS))
                .hasSize(1);
    }

    private static final List<List<Criterion>> COUNTED =
            List.of(
                    List.of(new Archived(true), new Undelegated()),
                    List.of(new InStates(Set.of(2L)), new Mentions("tide")),
                    List.of(new BySubmitters(Set.of(1L)), new DelegatedTo(Set.of(2L))),
                    List.of(new Mentions("ok")));

    private static List<Long> countsOf(DatabaseStore node) {
        return node.read(PatchIndexTest::countsOf);
    }

    private static List<Long> countsOf(Reading reading) {
        return COUNTED.stream()
                .map(criteria ->
                        reading.patches().list(new Selection(criteria, List.of(), 0, 1)).total())
                .toList();
    }

    private static List<Long> countsByRows(DatabaseStore node) {
        var rows = rowsOf(node);
        return COUNTED.stream()
                .map(criteria -> rows.stream().filter(row -> fits(row, criteria)).count())
                .toList();
    }

    private static List<Patch> rowsOf(DatabaseStore node) {
        return node.read(reading ->
                reading.patches().list(new Selection(List.of(), List.of(), 0, 100_000)).rows());
    }

    private void pageIsAsWalked(
            List<Patch> rows, List<Criterion> criteria, List<Order> order, long offset) {
        var expected = new ArrayList<>(rows.stream().filter(row -> fits(row, criteria)).toList());
        if (!order.isEmpty()) {
            expected.sort(comparator(order.getFirst()));
        }

        Page<Patch> page =
                read(reading -> reading.patches().list(new Selection(criteria, order, offset, 20)));

        assertThat(page.total()).as("%s", criteria).isEqualTo(expected.size());
        assertThat(page.rows())
                .as("%s by %s from %d", criteria, order, offset)
                .extracting(Patch::id)
                .isEqualTo(expected.stream().skip(offset).limit(20).map(Patch::id).toList());
    }

    private static Comparator<Patch> comparator(Order order) {
        var rising =
                switch (order.field()) {
                    case STATE -> Comparator.<Patch>comparingLong(patch -> patch.state().id());
                    case ARCHIVED -> Comparator.comparing(Patch::archived);
                    default -> Comparator.comparing(Patch::date);
                };
        var byIdToo = rising.thenComparing(Patch::id);
        return order.descending() ? byIdToo.reversed() : byIdToo;
    }

    private static boolean fits(Patch row, List<Criterion> criteria) {
        return criteria.stream().allMatch(one -> fits(row, one));
    }

    private static boolean fits(Patch row, Criterion criterion) {
        return switch (criterion) {
            case InProjects(var ids) -> ids.contains(row.project().id());
            case InStates(var ids) -> ids.contains(row.state().id());
            case Archived(var archived) -> row.archived() == archived;
            case BySubmitters(var ids) -> ids.contains(row.submitter().id());
            case DelegatedTo(var ids) ->
                    row.delegate() != null && ids.contains(row.delegate().id());
            case Undelegated() -> row.delegate() == null;
            case Since(var date) -> !row.date().isBefore(date);
            case Before(var date) -> row.date().isBefore(date);
            case Mentions(var text) ->
                    row.name().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
            default -> throw new IllegalArgumentException(criterion.toString());
        };
    }
}
