package io.patchbay.tracker.filing;

import static io.patchbay.tracker.filing.IncomingMailBuilder.cover;
import static io.patchbay.tracker.filing.IncomingMailBuilder.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SeriesNameTest {

    private final Desk desk = new Desk();

    @Test
    void theCoverNamesItWithoutItsFirstBlock() {
        desk.file(cover("<0@x>", 2).named("[v2,0/2] harbor: [rfc] deeper quay"));

        assertThat(desk.seriesName(1)).isEqualTo("harbor: [rfc] deeper quay");
    }

    @Test
    void theFirstPatchNamesItWholly() {
        desk.file(patch("<2@x>", 2, 2).inReplyTo("<0@x>"));
        assertThat(desk.seriesName(1)).isNull();

        desk.file(patch("<1@x>", 1, 2).inReplyTo("<0@x>").named("[1/2] quay"));

        assertThat(desk.seriesName(1)).isEqualTo("[1/2] quay");
    }

    @Test
    void theCoverCountsForMoreThanTheFirstPatch() {
        desk.file(patch("<1@x>", 1, 2).inReplyTo("<0@x>"));

        desk.file(cover("<0@x>", 2).named("[0/2] harbour works"));

        assertThat(desk.seriesName(1)).isEqualTo("harbour works");
    }

    @Test
    void theFirstPatchDoesNotRenameIt() {
        desk.file(cover("<0@x>", 2).named("[0/2] harbour works"));

        desk.file(patch("<1@x>", 1, 2).inReplyTo("<0@x>"));

        assertThat(desk.seriesName(1)).isEqualTo("harbour works");
    }

    @Test
    void aNameThatSomebodyGaveStays() {
        desk.file(patch("<1@x>", 1, 2).inReplyTo("<0@x>"));
        desk.known.series(1).rename("a name of ours");

        desk.file(cover("<0@x>", 2).named("[0/2] harbour works"));

        assertThat(desk.seriesName(1)).isEqualTo("a name of ours");
    }

    @Test
    void aPatchWithoutMarkerNamesItsSeries() {
        desk.file(patch("<1@x>").named("quay: paint it"));

        assertThat(desk.seriesName(1)).isEqualTo("quay: paint it");
    }

    @Test
    void aCoverWithoutASubjectLeavesTheNameToTheFirstPatch() {
        desk.file(cover("<0@x>", 2).named("[0/2] "));

        desk.file(patch("<1@x>", 1, 2).inReplyTo("<0@x>").named("[1/2] quay"));

        assertThat(desk.seriesName(1)).isEqualTo("[1/2] quay");
    }
}
