package io.patchbay.store.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.store.database.Moment;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.events.Event;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** A page costs the same number of statements whatever its length. */
final class StatementCountTest extends StoreContract {

    private static final List<Order> NEWEST_FIRST = List.of(new Order(Field.DATE, true));

    private static final String NUMBERS =
            """
            with recursive numbers (i) as (
                select 1
                 union all
                select i + 1 from numbers where i < %d)
            """;

    private long project;

    /** Five hundred series of a cover and four patches. */
    @BeforeEach
    void fill() {
        project =
                sample(sample -> {
                    long alpha = sample.project("alpha");
                    sample.person("Ann");
                    var sql = sample.writing().transaction().sql();
                    SERIES.forEach(insert -> sql.update(insert.formatted(500)));
                    PATCHES.forEach(insert -> sql.update(insert.formatted(2_000)));
                    var ids = sample.writing().transaction().ids();
                    ids.used("event", 2_000);
                    tally(alpha, sample.writing().transaction());
                    return alpha;
                });
        statements.clear();
    }

    /** What was written past them. */
    private static void tally(long project, Transaction transaction) {
        var tallies = transaction.tallies();
        for (int id = 1; id <= 2_000; id++) {
            var date = Moment.of(id);
            tallies.patch(project, id, date, 1, false, 1);
            transaction.versions().changed(id);
            tallies.event(project, id, Event.Category.PATCH_CREATED);
            if (id <= 500) {
                tallies.series(project, id, date, 1);
            }
        }
    }

    private static final List<String> SERIES =
            List.of(
                    """
                    insert into cover (id, project_id, msgid, date, name, submitter_id)
                    NUMBERS
                    select i, 1, '<cover-' || i || '@example.org>', i, 'set', 1 from numbers
                    """
                            .replace("NUMBERS", NUMBERS),
                    """
                    insert into series (
                        id, project_id, cover_id, name, date, submitter_id, total, received_total)
                    NUMBERS
                    select i, 1, i, 'set', i, 1, 4, 4 from numbers
                    """
                            .replace("NUMBERS", NUMBERS));

    private static final List<String> PATCHES =
            List.of(
                    """
                    insert into patch (
                        id, project_id, msgid, date, name, submitter_id, state_id, series_id, number)
                    NUMBERS
                    select i, 1, '<patch-' || i || '@example.org>', i, 'patch', 1, 1,
                           (i - 1) / 4 + 1, (i - 1) % 4 + 1
                      from numbers
                    """
                            .replace("% 4", "%% 4")
                            .replace("NUMBERS", NUMBERS),
                    """
                    insert into event (id, project_id, category, date, patch_id)
                    NUMBERS
                    select i, 1, 'patch-created', i, i from numbers
                    """
                            .replace("NUMBERS", NUMBERS));

    @Test
    void aHundredOfTwoThousandPatchesCostTwoStatements() {
        var criteria =
                List.<Criterion>of(new InProjects(Set.of(project)), new InStates(Set.of(1L)));

        var page =
                read(reading ->
                        reading.patches().list(new Selection(criteria, NEWEST_FIRST, 200, 100)));

        assertThat(page.rows()).hasSize(100);
        assertThat(page.total()).isEqualTo(2_000);
        assertThat(asked()).hasSize(2);
    }

    @Test
    void whatIsCountedOnThemCostsOneMore() {
        var tallied =
                read(reading ->
                        reading.patches()
                                .tallied(new Selection(List.of(), NEWEST_FIRST, 200, 100)));

        assertThat(tallied.page().rows()).hasSize(100);
        assertThat(tallied.page().total()).isEqualTo(2_000);
        assertThat(asked()).hasSize(3);
        assertThat(asked()).filteredOn(statement -> statement.contains("patch.name")).hasSize(1);
    }

    @Test
    void relatedPatchesCostOneMore() {
        change(writing -> writing.edits().relate(Set.of(1990L, 1995L, 3L), 1990L, null));
        statements.clear();

        var page =
                read(reading ->
                        reading.patches().list(new Selection(List.of(), NEWEST_FIRST, 0, 100)));

        assertThat(page.rows()).filteredOn(patch -> !patch.related().isEmpty()).hasSize(2);
        assertThat(asked()).hasSize(3);
    }

    @Test
    void aLastPageNeedsNoCount() {
        var page =
                read(reading ->
                        reading.patches().list(new Selection(List.of(), NEWEST_FIRST, 1_950, 100)));

        assertThat(page.total()).isEqualTo(2_000);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aPageOfSeriesCostsFourStatements() {
        var page =
                read(reading ->
                        reading.series().list(new Selection(List.of(), NEWEST_FIRST, 0, 100)));

        assertThat(page.rows()).hasSize(100).allMatch(series -> series.patches().size() == 4);
        assertThat(asked()).hasSize(4);
    }

    @Test
    void aPageOfEventsCostsTwoStatements() {
        var page =
                read(reading ->
                        reading.events().list(new Selection(List.of(), NEWEST_FIRST, 0, 100)));

        assertThat(page.rows()).hasSize(100);
        assertThat(asked()).hasSize(2);
    }

    private List<String> asked() {
        return List.copyOf(statements);
    }
}
