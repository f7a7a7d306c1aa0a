package io.patchbay.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.PatchCopy;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Cursor;
import io.patchbay.tracker.query.ForeignCursor;
import io.patchbay.tracker.query.Page;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A list that is read by cursor is the list that is read by pages. */
final class CursorTest extends StoreContract {

    private static final Set<Field> ORDERS =
            Set.of(
                    Field.ID,
                    Field.NAME,
                    Field.DATE,
                    Field.PROJECT,
                    Field.STATE,
                    Field.ARCHIVED,
                    Field.SUBMITTER,
                    Field.SUBMITTER_NAME,
                    Field.DELEGATE,
                    Field.CHECK_STATE,
                    Field.COMMIT_REF,
                    Field.HASH,
                    Field.MESSAGE_ID);

    private final Random random = new Random(11);
    private long project;

    @BeforeEach
    void fill() {
        project =
                sample(sample -> {
                    long alpha = sample.project("alpha");
                    long beta = sample.project("Beta");
                    sample.person("Ann");
                    sample.person("bob");
                    for (int i = 0; i < 60; i++) {
                        long id =
                                sample.patch(
                                        random.nextBoolean() ? alpha : beta,
                                        1 + random.nextInt(2),
                                        List.of("one", "Two", "three").get(random.nextInt(3)));
                        sample.edit(id, this::changed);
                    }
                    return alpha;
                });
    }

    private PatchCopy changed(PatchCopy change) {
        var archived = change.archived(random.nextInt(3) == 0);
        return random.nextBoolean() ? archived.commitRef("c" + random.nextInt(3)) : archived;
    }

    @Test
    void everyOrderIsReadToItsEnd() {
        for (var first : ORDERS) {
            for (var second : List.of(Field.COMMIT_REF, Field.NAME, Field.ID)) {
                for (var order :
                        List.of(
                                List.of(new Order(first, false), new Order(second, false)),
                                List.of(new Order(first, true), new Order(second, true)),
                                List.of(new Order(first, true), new Order(second, false)))) {
                    assertThat(byCursor(List.of(), order))
                            .as("%s", order)
                            .isEqualTo(byPage(List.of(), order));
                }
            }
        }
    }

    @Test
    void filtersHoldOnEveryPage() {
        var criteria = List.<Criterion>of(new Archived(false), new Criterion.Mentions("t"));
        var order = List.of(new Order(Field.DATE, true));

        assertThat(byCursor(criteria, order)).isEqualTo(byPage(criteria, order));
    }

    @Test
    void rowsThatComeMeanwhileNeitherRepeatNorHideOthers() {
        var newestFirst = List.of(new Order(Field.ID, true));
        var expected = byPage(List.of(), newestFirst);
        var first = page(List.of(), newestFirst, Cursor.START);

        sample(sample -> sample.patch(project, 1, "late"));
        var read = new ArrayList<>(ids(first));
        for (var page = first; page.next() != null; ) {
            page = page(List.of(), newestFirst, page.next());
            read.addAll(ids(page));
        }

        assertThat(read).isEqualTo(expected);
    }

    @Test
    void aCursorCostsOneStatementAndCountsNothing() {
        statements.clear();

        var page = page(List.of(), List.of(), Cursor.START);

        assertThat(statements).hasSize(1);
        assertThat(page.total()).isEqualTo(Page.UNKNOWN);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        var byDate = List.of(new Order(Field.DATE, false));

        for (var foreign :
                List.of(
                        new Cursor(List.of(1L)),
                        new Cursor(List.of("x", 1L)),
                        new Cursor(Arrays.asList(null, 1L)))) {
            assertThatThrownBy(() -> page(List.of(), byDate, foreign))
                    .isInstanceOf(ForeignCursor.class);
        }
    }

    private List<Long> byCursor(List<Criterion> criteria, List<Order> order) {
        var page = page(criteria, order, Cursor.START);
        var read = new ArrayList<>(ids(page));
        while (page.next() != null) {
            page = page(criteria, order, page.next());
            assertThat(page.rows()).isNotEmpty();
            read.addAll(ids(page));
        }
        return read;
    }

    private Page<Patch> page(List<Criterion> criteria, List<Order> order, Cursor after) {
        return read(reading -> reading.patches().list(new Selection(criteria, order, 0, 7, after)));
    }

    private List<Long> byPage(List<Criterion> criteria, List<Order> order) {
        return ids(
                read(reading -> reading.patches().list(new Selection(criteria, order, 0, 1_000))));
    }

    private static List<Long> ids(Page<Patch> page) {
        return page.rows().stream().map(Patch::id).toList();
    }
}
