package io.patchbay.store.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.Sample;
import io.patchbay.store.StoreContract;
import io.patchbay.tracker.model.Cover;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.query.Criterion;
import io.patchbay.tracker.query.Criterion.Before;
import io.patchbay.tracker.query.Criterion.BySubmitters;
import io.patchbay.tracker.query.Criterion.InProjects;
import io.patchbay.tracker.query.Criterion.InSeries;
import io.patchbay.tracker.query.Criterion.Mentions;
import io.patchbay.tracker.query.Criterion.Since;
import io.patchbay.tracker.query.Criterion.WithMessageId;
import io.patchbay.tracker.query.Selection;
import io.patchbay.tracker.query.Selection.Field;
import io.patchbay.tracker.query.Selection.Order;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class SeriesAndCoversTest extends StoreContract {

    /** Set 1 of Ann in alpha has a cover and two patches; set 2 of Bob in beta needs it. */
    @BeforeEach
    void fill() {
        sample(sample -> {
            long alpha = sample.project("alpha");
            long beta = sample.project("beta");
            long ann = sample.person("Ann");
            long bob = sample.person("Bob");
            long first = sample.series(alpha, ann, "Fix it", 2);
            sample.cover(alpha, ann, "Fix it", first);
            sample.patchOf(first, 2, alpha, ann, "late number, early date");
            sample.patchOf(first, 1, alpha, ann, "early number, late date");
            long second = sample.series(beta, bob, "add it", 3);
            sample.patchOf(second, 1, beta, bob, "only one");
            sample.needs(second, first);
            sample.cover(beta, bob, "stray", 99);
            return true;
        });
    }

    @Test
    void aSeriesHasItsCoverItsPatchesByDateAndItsNeighbours() {
        var series = read(reading -> reading.series().withId(1)).orElseThrow();

        assertThat(series.project().linkName()).isEqualTo("alpha");
        assertThat(series.name()).isEqualTo("Fix it");
        assertThat(series.date()).isEqualTo(Sample.MAIL_DATE.plusSeconds(1));
        assertThat(series.submitter().name()).isEqualTo("Ann");
        assertThat(series.version()).isEqualTo(1);
        assertThat(series.total()).isEqualTo(2);
        assertThat(series.receivedTotal()).isEqualTo(2);
        assertThat(series.cover()).extracting(CoverHead::name).isEqualTo("Fix it");
        assertThat(series.patches()).extracting(PatchHead::id).containsExactly(1L, 2L);
        assertThat(series.dependencies()).isEmpty();
        assertThat(series.dependents()).containsExactly(2L);
    }

    @Test
    void aSeriesWithoutCoverHasNone() {
        var series = read(reading -> reading.series().withId(2)).orElseThrow();

        assertThat(series.cover()).isNull();
        assertThat(series.receivedAll()).isFalse();
        assertThat(series.dependencies()).containsExactly(1L);
        assertThat(series.dependents()).isEmpty();
    }

    @Test
    void anUnknownSeriesIsAbsent() {
        var series = read(reading -> reading.series().withId(77));

        assertThat(series).isEmpty();
    }

    @Test
    void seriesAreFilteredByEachCriterion() {
        assertThat(series(new InProjects(Set.of(1L)))).containsExactly(1L);
        assertThat(series(new BySubmitters(Set.of(2L)))).containsExactly(2L);
        assertThat(series(new Since(Sample.MAIL_DATE.plusSeconds(2)))).containsExactly(2L);
        assertThat(series(new Before(Sample.MAIL_DATE.plusSeconds(2)))).containsExactly(1L);
        assertThat(series(new Mentions("FIX"))).containsExactly(1L);
    }

    private List<Long> series(Criterion criterion) {
        var selection = new Selection(List.of(criterion), List.of(), 0, 10);
        return read(reading -> reading.series().list(selection)).rows().stream()
                .map(Series::id)
                .toList();
    }

    @Test
    void seriesAreOrderedByEachField() {
        for (var field : List.of(Field.NAME, Field.SUBMITTER, Field.DATE, Field.ID)) {
            var selection = new Selection(List.of(), List.of(new Order(field, true)), 0, 10);

            var page = read(reading -> reading.series().list(selection));

            // Capitals come before small letters, as bytes do.
            assertThat(page.rows()).as("%s", field).extracting(Series::id).containsExactly(2L, 1L);
        }
    }

    @Test
    void aCoverHasItsSeries() {
        var cover = read(reading -> reading.covers().withId(1)).orElseThrow();

        assertThat(cover.series()).extracting("name").isEqualTo("Fix it");
        assertThat(cover.submitter().name()).isEqualTo("Ann");
        assertThat(cover.head())
                .isEqualTo(
                        new CoverHead(
                                1,
                                cover.project(),
                                "<cover-1@example.org>",
                                Sample.MAIL_DATE.plusSeconds(1),
                                "Fix it"));
    }

    @Test
    void aCoverIsFoundByMessageIdWithinItsProject() {
        var here = read(reading -> reading.covers().withMessageId(1, "<cover-1@example.org>"));
        var there = read(reading -> reading.covers().withMessageId(2, "<cover-1@example.org>"));

        assertThat(here).isPresent();
        assertThat(there).isEmpty();
    }

    @Test
    void theTextOfACoverHasNoDiff() {
        var text = read(reading -> reading.covers().text(1));

        assertThat(text).isEqualTo(new MailText("Subject: Fix it", "about Fix it", null));
    }

    @Test
    void coversAreFilteredByEachCriterion() {
        assertThat(covers(new InProjects(Set.of(2L)))).containsExactly(2L);
        assertThat(covers(new InSeries(Set.of(1L, 2L)))).containsExactly(1L);
        assertThat(covers(new BySubmitters(Set.of(2L)))).containsExactly(2L);
        assertThat(covers(new WithMessageId("<cover-2@example.org>"))).containsExactly(2L);
        assertThat(covers(new Since(Sample.MAIL_DATE.plusSeconds(2)))).containsExactly(2L);
        assertThat(covers(new Before(Sample.MAIL_DATE.plusSeconds(2)))).containsExactly(1L);
        assertThat(covers(new Mentions("RAY"))).containsExactly(2L);
    }

    @Test
    void theTotalOfCoversOfASeriesCountsThemAll() {
        var selection = new Selection(List.of(new InSeries(Set.of(1L))), List.of(), 5, 1);

        var page = read(reading -> reading.covers().list(selection));

        assertThat(page.total()).isEqualTo(1);
    }

    private List<Long> covers(Criterion criterion) {
        var order = List.of(new Order(Field.NAME, false), new Order(Field.SUBMITTER, false));
        var selection = new Selection(List.of(criterion), order, 0, 10);
        return read(reading -> reading.covers().list(selection)).rows().stream()
                .map(Cover::id)
                .toList();
    }
}
