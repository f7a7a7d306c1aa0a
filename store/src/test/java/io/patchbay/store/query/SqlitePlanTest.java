package io.patchbay.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.DatabaseStore;
import io.patchbay.store.StoreOpener;
import io.patchbay.testing.TestDatabase;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Archived;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.DelegatedTo;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InSeries;
import io.patchbay.tracker.query.Criterion.InStates;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Criterion.Undelegated;
import io.patchbay.tracker.query.Criterion.WithHash;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** SQLite keeps no statistics here, so it is told which filter is the one to begin with. */
@SuppressWarnings("NullAway") // JUnit opens
final class SqlitePlanTest {

    private static final Criterion PROJECT = new InProjects(Set.of(1L));
    private static final Criterion OPEN = new InStates(Set.of(1L, 2L));
    private static final Criterion NOT_ARCHIVED = new Archived(false);

    @TempDir Path folder;

    private final List<String> statements = new ArrayList<>();
    private DatabaseStore store;
    private Planner planner;

    @BeforeEach
    void open() throws SQLException {
        var database = StoreOpener.fresh(TestDatabase.SQLITE, folder);
        store = database.open(InstantSource.system(), statements::add);
        planner = new Planner(TestDatabase.SQLITE, database);
    }

    @AfterEach
    void close() throws SQLException {
        planner.close();
        store.close();
    }

    @Test
    void thePatchesOfASubmitterAreFewerThanThoseOfAProject() throws Exception {
        assertThat(firstStep(PROJECT, new BySubmitters(Set.of(1L)))).contains("patch_submitter");
    }

    @Test
    void thePatchesOfADelegateAreFewerThanThoseOfAProject() throws Exception {
        assertThat(firstStep(PROJECT, OPEN, NOT_ARCHIVED, new DelegatedTo(Set.of(1L))))
                .contains("patch_delegate");
    }

    @Test
    void thePatchesOfNobodyAreNot() throws Exception {
        assertThat(firstStep(PROJECT, new Undelegated())).contains("patch_project");
    }

    @Test
    void aSeriesAndAHashAreFewestOfAll() throws Exception {
        assertThat(firstStep(PROJECT, OPEN, NOT_ARCHIVED, new InSeries(Set.of(1L))))
                .contains("series_id=?");
        assertThat(firstStep(PROJECT, OPEN, NOT_ARCHIVED, new WithHash("0")))
                .contains("patch_hash");
    }

    @Test
    void theOpenPatchesOfAProjectAreFoundByAllThree() throws Exception {
        assertThat(firstStep(PROJECT, OPEN, NOT_ARCHIVED))
                .contains("patch_project_state (project_id=? AND state_id=? AND archived=?");
    }

    @Test
    void aProjectIsReadInTheOrderOfDates() throws Exception {
        assertThat(firstStep(PROJECT)).contains("patch_project_date (project_id=?)");
        assertThat(firstStep(PROJECT, new Since(Instant.EPOCH)))
                .contains("patch_project_date (project_id=? AND date>?)");
    }

    private String firstStep(Criterion... criteria) throws SQLException {
        statements.clear();
        var order = List.of(new Order(Field.DATE, true));
        var selection = new Selection(Arrays.asList(criteria), order, 1_000, 10);
        store.read(reading -> reading.patches().list(selection));
        return planner.steps(statements.getFirst()).stream()
                .filter(step -> step.contains(" patch "))
                .findFirst()
                .orElseThrow();
    }
}
