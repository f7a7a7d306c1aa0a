package io.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.patches.Criterion;
import io.patchbay.patches.Criterion.InProjects;
import io.patchbay.patches.Criterion.InStates;
import io.patchbay.patches.Selection;
import io.patchbay.patches.Selection.Field;
import io.patchbay.patches.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** A page costs the same number of statements whatever its length. */
final class StatementCountTest extends StoreContract {

    private static final List<Order> NEWEST_FIRST = List.of(new Order(Field.DATE, true));

    private long project;

    @BeforeEach
    void fill() {
        project =
                sample(sample -> {
                    long alpha = sample.project("alpha");
                    long ann = sample.person("Ann");
                    for (int i = 0; i < 500; i++) {
                        long set = sample.series(alpha, ann, "set " + i, 4);
                        sample.cover(alpha, ann, "set " + i, set);
                        for (int number = 1; number <= 4; number++) {
                            sample.patchOf(set, number, alpha, ann, "patch");
                        }
                    }
                    return alpha;
                });
        statements.clear();
    }

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
