package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.IncomingMailBuilder.cover;
import static io.patchbay.tracker.filing.IncomingMailBuilder.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Series whose mails refer to each other (mail-ingest §15). */
final class SeriesByReferenceTest {

    private final Desk desk = new Desk();

    @Test
    void repliesToTheCoverAreOneSeries() {
        var cover = desk.fileCover(cover("<0@x>", 2));

        assertThat(desk.seriesOf(patch("<1@x>", 1, 2).inReplyTo("<0@x>"))).isEqualTo(1);
        assertThat(desk.seriesOf(patch("<2@x>", 2, 2).inReplyTo("<0@x>"))).isEqualTo(1);
        assertThat(cover.placement().series()).isEqualTo(1);
    }

    @Test
    void eachReplyingToTheOneBeforeIsOneSeries() {
        desk.fileCover(cover("<0@x>", 2));

        assertThat(desk.seriesOf(patch("<1@x>", 1, 2).inReplyTo("<0@x>"))).isEqualTo(1);
        assertThat(desk.seriesOf(patch("<2@x>", 2, 2).inReplyTo("<1@x>", "<0@x>"))).isEqualTo(1);
    }

    @Test
    void theCoverMayComeLast() {
        desk.file(patch("<2@x>", 2, 2).inReplyTo("<0@x>"));
        desk.file(patch("<1@x>", 1, 2).inReplyTo("<0@x>"));

        var cover = desk.fileCover(cover("<0@x>", 2));

        assertThat(cover.placement().opening()).isNull();
        assertThat(cover.placement().series()).isEqualTo(1);
    }

    @Test
    void withoutACoverTheFirstPatchLeads() {
        desk.file(patch("<1@x>", 1, 2));

        var late = patch("<2@x>", 2, 2).inReplyTo("<1@x>").after(Duration.ofDays(3));

        assertThat(desk.seriesOf(late)).isEqualTo(1);
    }

    @Test
    void aRevisionInTheSameThreadIsASeriesOfItsOwn() {
        desk.fileCover(cover("<0@x>", 1));
        desk.file(patch("<1@x>", 1, 1).inReplyTo("<0@x>"));

        var second = desk.fileCover(cover("<v2-0@x>", 1).version(2).inReplyTo("<0@x>"));
        var patch = patch("<v2-1@x>", 1, 1).version(2).inReplyTo("<v2-0@x>", "<0@x>");

        assertThat(second.placement().series()).isEqualTo(2);
        assertThat(desk.seriesOf(patch)).isEqualTo(2);
    }

    @Test
    void aRevisionOfASinglePatchIsASeriesOfItsOwn() {
        desk.file(patch("<1@x>"));

        assertThat(desk.seriesOf(patch("<v2@x>").version(2).inReplyTo("<1@x>"))).isEqualTo(2);
    }

    @Test
    void aNumberThatIsTakenOpensAnotherSeries() {
        desk.file(patch("<1@x>", 1, 2));
        desk.file(patch("<2@x>", 2, 2).inReplyTo("<1@x>"));

        var again = desk.filePatch(patch("<1b@x>", 1, 2).inReplyTo("<1@x>"));

        assertThat(again.placement().series()).isEqualTo(2);
        assertThat(again.placement().number()).isEqualTo(1);
    }

    @Test
    void theVersionDoesNotMatterAmongReferences() {
        desk.fileCover(cover("<0@x>", 2));

        var other = patch("<v2-1@x>", 1, 2).version(2).inReplyTo("<0@x>");

        assertThat(desk.seriesOf(other)).isEqualTo(1);
    }

    @Test
    void aNumberBeyondTheTotalJoins() {
        desk.file(patch("<1@x>", 1, 2));

        assertThat(desk.seriesOf(patch("<3@x>", 3, 2).inReplyTo("<1@x>"))).isEqualTo(1);
    }

    @Test
    void theSameSeriesOnTwoListsIsOneSeriesInEachProject() {
        desk.file(patch("<1@x>", 1, 2));
        desk.file(patch("<1@x>", 1, 2).in(Desk.LIGHTHOUSE));

        var here = desk.seriesOf(patch("<2@x>", 2, 2).inReplyTo("<1@x>"));
        var there = desk.seriesOf(patch("<2@x>", 2, 2).inReplyTo("<1@x>").in(Desk.LIGHTHOUSE));

        assertThat(here).isEqualTo(1);
        assertThat(there).isEqualTo(2);
    }

    @Test
    void theFirstSeriesInAThreadTakesItsReferences() {
        desk.file(patch("<1@x>", 1, 2).inReplyTo("<elsewhere@x>"));

        var other = patch("<2@y>", 2, 2).inReplyTo("<elsewhere@x>").from("Ben", "ben@example.com");

        assertThat(desk.seriesOf(other)).isEqualTo(1);
    }

    @Test
    void aReferenceBelongsToTheSeriesThatTookItFirst() {
        desk.file(patch("<1@x>").inReplyTo("<elsewhere@x>"));
        desk.file(patch("<1@y>").inReplyTo("<elsewhere@x>"));

        assertThat(desk.seriesOf(patch("<2@z>", 2, 2).inReplyTo("<elsewhere@x>"))).isEqualTo(1);
    }

    @Test
    void aCoverLetterWithADiffOpensASeriesButIsNoPartOfIt() {
        var patch = desk.filePatch(patch("<0@x>", 0, 2));

        assertThat(patch.placement().series()).isNull();
        assertThat(patch.placement().number()).isNull();
        assertThat(desk.seriesOf(patch("<1@x>", 1, 2).inReplyTo("<0@x>"))).isEqualTo(1);
    }

    @Test
    void aCoverLetterWithADiffThatFindsItsSeriesStaysOutside() {
        desk.file(patch("<1@x>", 1, 2).inReplyTo("<0@x>"));

        var patch = desk.filePatch(patch("<0@x>", 0, 2));

        assertThat(patch.placement()).isEqualTo(SeriesPlacement.NOWHERE);
    }

    @Test
    void oneOfNoneStandsAlone() {
        desk.file(patch("<0@x>", 1, 0));

        var alone = desk.filePatch(patch("<1@x>", 1, 0).inReplyTo("<0@x>"));

        assertThat(alone.placement().series()).isEqualTo(2);
        assertThat(alone.placement().number()).isEqualTo(1);
        assertThat(desk.known.series(2).total()).isEqualTo(1);
    }
}
