package io.patchbay.store.query;

import static io.patchbay.tracker.query.Selection.Field.DATE;
import static io.patchbay.tracker.query.Selection.Field.ID;
import static io.patchbay.tracker.query.Selection.Field.NAME;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.BigSample;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.events.Event.Category;
import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.Comment.Parent.Kind;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.ByActor;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.ByUsers;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InCheckState;
import io.patchbay.tracker.query.Criterion.InContext;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InSeries;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.OfCategory;
import io.patchbay.tracker.query.Criterion.OfCovers;
import io.patchbay.tracker.query.Criterion.OfPatches;
import io.patchbay.tracker.query.Criterion.OwnedBy;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Criterion.Undelegated;
import io.patchbay.tracker.query.Criterion.WithHash;
import io.patchbay.tracker.query.Criterion.WithMessageId;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * No filter and no pair of filters makes a database read a whole table. SQLite has no statistics,
 * as in production; PostgreSQL has.
 */
@SuppressWarnings("NullAway") // JUnit connects
final class PlannerTest extends StoreContract {

    private static final Set<String> LARGE =
            Set.of(
                    "patch",
                    "cover",
                    "series",
                    "event",
                    "patch_comment",
                    "cover_comment",
                    "patch_check",
                    "bundle");
    private static final Set<Long> ONE = Set.of(1L);
    private static final Set<Long> SEVERAL = Set.of(1L, 2L);
    private static final List<Criterion> DATES =
            List.of(new Since(BigSample.LATE), new Before(BigSample.LATE));

    private static final List<Criterion> PATCH_FILTERS =
            List.of(
                    new InProjects(ONE),
                    new InProjects(SEVERAL),
                    new InSeries(ONE),
                    new BySubmitters(ONE),
                    new BySubmitters(SEVERAL),
                    new DelegatedTo(ONE),
                    new Undelegated(),
                    new InStates(ONE),
                    new InStates(SEVERAL),
                    new Archived(false),
                    new WithHash("0"),
                    new WithMessageId("<a@b>"),
                    new Mentions("berth 7"),
                    DATES.get(0),
                    DATES.get(1));

    private Planner planner;

    @BeforeEach
    void connect() throws SQLException {
        sample(BigSample::fill);
        planner = new Planner(kind, database);
        planner.analyze();
    }

    @AfterEach
    void disconnect() throws SQLException {
        planner.close();
    }

    @Test
    void patches() throws Exception {
        everyFilterAndPairUsesAnIndex(
                (reading, selection) -> reading.patches().list(selection), PATCH_FILTERS, ID, DATE);
    }

    /** Asks the rows all that the index in memory tells others. */
    @Test
    void patchesForAWriter() throws Exception {
        everyFilterAndPairUsesAnIndex(
                (_, selection) -> store.write(writing -> writing.patches().list(selection)),
                PATCH_FILTERS,
                ID,
                DATE);
    }

    @Test
    void covers() throws Exception {
        everyFilterAndPairUsesAnIndex(
                (reading, selection) -> reading.covers().list(selection),
                List.of(
                        new InProjects(ONE),
                        new InProjects(SEVERAL),
                        new InSeries(ONE),
                        new BySubmitters(SEVERAL),
                        new WithMessageId("<a@b>"),
                        DATES.get(0),
                        DATES.get(1)),
                ID,
                DATE);
    }

    @Test
    void series() throws Exception {
        everyFilterAndPairUsesAnIndex(
                (reading, selection) -> reading.series().list(selection),
                List.of(
                        new InProjects(ONE),
                        new InProjects(SEVERAL),
                        new BySubmitters(SEVERAL),
                        DATES.get(0),
                        DATES.get(1)),
                ID,
                DATE);
    }

    @Test
    void events() throws Exception {
        everyFilterAndPairUsesAnIndex(
                (reading, selection) -> reading.events().list(selection),
                List.of(
                        new InProjects(ONE),
                        new InProjects(SEVERAL),
                        new OfCategory(Category.CHECK_CREATED),
                        new InSeries(ONE),
                        new OfPatches(SEVERAL),
                        new OfCovers(ONE),
                        new ByActor(1),
                        DATES.get(0),
                        DATES.get(1)),
                ID,
                DATE);
    }

    @Test
    void checksOfAPatch() throws Exception {
        var ofPatch = new OfPatches(ONE);
        everyFilterAndPairUsesAnIndex(
                (reading, selection) -> reading.checks().list(with(ofPatch, selection)),
                List.of(
                        new ByUsers(ONE),
                        new InCheckState(CheckState.FAIL),
                        new InContext("build"),
                        DATES.get(0)),
                ID,
                DATE);
    }

    @Test
    void checksOfAUserOrProject() throws Exception {
        everyFilterAndPairUsesAnIndex(
                (reading, selection) -> reading.checks().list(selection),
                List.of(new ByUsers(ONE), new InProjects(ONE)),
                ID,
                DATE);
    }

    @Test
    void bundles() throws Exception {
        everyFilterAndPairUsesAnIndex(
                (reading, selection) -> reading.bundles().list(selection),
                List.of(new InProjects(ONE), new OwnedBy(ONE)),
                ID,
                NAME);
    }

    @Test
    void comments() throws Exception {
        everyFilterAndPairUsesAnIndex(
                (reading, selection) ->
                        reading.comments().list(new Parent(Kind.PATCH, 1), selection),
                List.of(new OfPatches(ONE)),
                ID,
                DATE);
        everyFilterAndPairUsesAnIndex(
                (reading, selection) ->
                        reading.comments().list(new Parent(Kind.COVER, 1), selection),
                List.of(new OfCovers(ONE)),
                ID,
                DATE);
    }

    private static Selection with(Criterion criterion, Selection selection) {
        var all = new ArrayList<>(selection.criteria());
        all.add(criterion);
        return selection.with(all);
    }

    private void everyFilterAndPairUsesAnIndex(
            BiFunction<Reading, Selection, ?> list, List<Criterion> criteria, Field... fields)
            throws SQLException {
        var orders = Arrays.stream(fields).map(field -> new Order(field, field == DATE)).toList();
        for (var first : criteria) {
            for (var second : criteria) {
                for (var order : orders) {
                    for (long offset : List.of(0L, 3_000L, 1_000_000L)) {
                        var pair = List.of(first, second);
                        statements.clear();

                        store.read(reading ->
                                List.of(
                                        list.apply(
                                                reading,
                                                new Selection(pair, List.of(order), offset, 10))));

                        for (var statement : List.copyOf(statements)) {
                            assertThat(planner.steps(statement))
                                    .as("%s by %s: %s", pair, order, statement)
                                    .noneMatch(step -> readsAWholeTable(step, pair));
                        }
                    }
                }
            }
        }
    }

    private boolean readsAWholeTable(String step, List<Criterion> criteria) {
        return switch (kind) {
            case SQLITE ->
                    step.startsWith("SCAN ")
                            && LARGE.contains(step.split(" ")[1])
                            && !isShort(step, criteria);
            case POSTGRESQL -> step.contains("Seq Scan");
        };
    }

    /** So many rows fulfil the criteria that the first of them are found soon. */
    private static boolean isShort(String step, List<Criterion> criteria) {
        return step.equals("SCAN patch USING COVERING INDEX patch_date")
                || step.equals("SCAN patch USING INDEX patch_date")
                || Set.of("SCAN patch", "SCAN cover", "SCAN series").contains(step)
                        && criteria.stream()
                                .allMatch(one -> one instanceof Since || one instanceof Before);
    }
}
