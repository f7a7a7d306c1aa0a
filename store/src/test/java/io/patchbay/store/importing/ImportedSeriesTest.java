package io.patchbay.store.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Mail;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.filing.Filed;
import io.patchbay.tracker.importing.Imports.Completeness;
import io.patchbay.tracker.importing.Imports.ImportedCover;
import io.patchbay.tracker.importing.Imports.ImportedSeries;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Patch;
import io.patchbay.tracker.model.PatchHead;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is told of series: their patches, cover, dependencies, and what patches are related to. */
class ImportedSeriesTest extends ImportContract {

    @Test
    void theSecondPatchWithANumberHasNone() {
        imports(imports -> {
            imports.series(series(500, 2), Completeness.WHOLE);
            imports.patch(patch(2001, 500L, 1, "new", TEXT), Completeness.WHOLE);
            imports.patch(patch(2002, 500L, 1, "new", TEXT), Completeness.WHOLE);
        });

        assertThat(patch(2002).number()).isNull();
        assertThat(patch(2002).series()).isNotNull();
    }

    @Test
    void aCoverIsTheCoverOfItsSeries() {
        var cover =
                new ImportedCover(
                        3, 14, "<c@x>", NOON, "[0/2] all", 70, new MailText("a: b", "c", null));
        imports(imports -> {
            imports.series(series(500, 2), Completeness.IN_PASSING);
            imports.cover(cover, Completeness.WHOLE);
            imports.series(
                    new ImportedSeries(500, 14, "s", NOON, 70, 1, 2, 3L, List.of()),
                    Completeness.IN_PASSING);
        });

        assertThat(read(reading -> reading.series().withId(500)).orElseThrow().cover())
                .extracting(head -> head.id())
                .isEqualTo(3L);
        assertThat(this.<MailText>read(reading -> reading.covers().text(3)).content())
                .isEqualTo("c");
    }

    @Test
    void theRestOfASeriesThatComesByMailJoinsIt() {
        imports(imports -> {
            imports.series(series(500, 2), Completeness.WHOLE);
            imports.patch(patch(2001, 500L, 1, "new", TEXT), Completeness.WHOLE);
        });

        var mail =
                Mail.read(
                        """
                        From: Ann <ann@example.org>
                        Subject: [PATCH 2/2] more
                        Message-Id: <2002@x>
                        In-Reply-To: <2001@x>
                        List-Id: <harbor.x>

                        --- a/file
                        +++ b/file
                        @@ -1 +1 @@
                        -old
                        +new
                        """
                                .getBytes(StandardCharsets.US_ASCII));
        assertThat(new Filing(store, clock).file(mail)).isInstanceOf(Filed.AsPatch.class);

        var patches = read(reading -> reading.patches().numberedInSeries(500));
        assertThat(patches).extracting(Patch::id).containsExactly(2001L, 2002L);
    }

    @Test
    void dependenciesAreKeptWhereTheyAreHere() {
        imports(imports -> {
            imports.series(series(400, 1), Completeness.WHOLE);
            imports.series(
                    new ImportedSeries(500, 14, "s", NOON, 70, 1, 2, null, List.of(400L, 399L)),
                    Completeness.WHOLE);
        });

        assertThat(read(reading -> reading.series().withId(500)).orElseThrow().dependencies())
                .containsExactly(400L);
    }

    @Test
    void relatedPatchesMeetWhenTheLastOfThemComes() {
        imports(imports -> imports.patch(related(2001, 2002L, 2003L), Completeness.WHOLE));
        imports(imports -> imports.patch(related(2002, 2001L, 2003L), Completeness.WHOLE));
        imports(imports -> imports.patch(related(2003, 2001L, 2002L), Completeness.WHOLE));

        assertThat(patch(2001).related()).extracting(PatchHead::id).containsExactly(2002L, 2003L);
        assertThat(patch(2003).related()).extracting(PatchHead::id).containsExactly(2001L, 2002L);
    }
}
