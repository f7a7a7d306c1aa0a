package io.patchbay.tracker.versions;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which earlier series the last of some is linked to. */
final class VersionRulesTest {

    private static final String[] MOOR = {
        "moor(ship, berth);", "if (berth_taken(berth))", "return -EBUSY;", "tie(ship->rope);"
    };
    private static final String[] LIGHT = {
        "light_on(tower, RED);", "wait_for(dusk);", "lamp->oil -= 3;", "note(keeper, lamp);"
    };

    /** In whatever order they are known; the last one is the later one. */
    private static @Nullable VersionLink linkOfLast(SeriesOf... series) {
        var facts = new ArrayList<VersionFacts>();
        for (var one : series) {
            facts.add(one.facts());
        }
        var later = facts.getLast();
        var link = link(later, facts);
        for (int seed = 0; seed < 5; seed++) {
            var shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(link(later, shuffled)).as("seed %d", seed).isEqualTo(link);
        }
        return link;
    }

    private static @Nullable VersionLink link(VersionFacts later, List<VersionFacts> all) {
        var known = new Candidates();
        known.add(all);
        var link = VersionRules.byKeys(later, known);
        return VersionRules.asksSubmitter(later, link)
                ? VersionRules.byLikeness(later, known)
                : link;
    }

    private static void assertLink(
            @Nullable VersionLink link, long earlier, VersionLink.Source source) {
        var told = link == null ? null : List.of(link.earlier(), link.source());
        assertThat(told).isEqualTo(List.of(earlier, source));
    }

    // --- Signs --------------------------------------------------------------------------------

    @Test
    void anEqualChangeIdIsASign() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR)
                                .says("change-id: 1-moor-a"),
                        SeriesOf.patches(2, "[v2] quay: another name", LIGHT)
                                .says("Change-Id: 1-moor-a"));

        assertLink(link, 1, VersionLink.Source.CHANGE_ID);
    }

    @Test
    void aLinkNamesItsVersion() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v2] quay: tie ropes", LIGHT),
                        SeriesOf.patches(3, "[v3] pier: all new", "all();")
                                .says(
                                        """
                                        - Link to v2: https://example.com/r/2.1@example.com
                                        - Link to v1: https://example.com/r/1.1@example.com
                                        """));

        assertLink(link, 2, VersionLink.Source.LINK);
    }

    /** The sender forgot the number, and says so in the next one. */
    @Test
    void whatItsNextVersionCallsItCountsMoreThanItsNumber() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "harbour: moor ships", MOOR),
                        SeriesOf.patches(3, "[v3] harbour: moor ships", MOOR)
                                .says(
                                        """
                                        v2: https://example.com/2.1@example.com/
                                        v1: https://example.com/1.1@example.com/
                                        """));

        assertLink(link, 2, VersionLink.Source.ADDRESS);
    }

    @Test
    void anAddressAloneTellsNothing() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v2] tower: light the lamp", LIGHT)
                                .onDay(100)
                                .says("Reported: https://example.com/r/1.1@example.com"));

        assertThat(link).isNull();
    }

    @Test
    void aSeriesIsSupersededByWhatSaysSo() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v2] tower: light the lamp", LIGHT)
                                .says("Supersedes: <1.1@example.com>"));

        assertLink(link, 1, VersionLink.Source.SUPERSEDES);
    }

    @Test
    void aVersionThatAnswersTheLastOneIsLinked() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v2] tower: light the lamp", LIGHT).answers(1));

        assertLink(link, 1, VersionLink.Source.REPLY);
    }

    @Test
    void anAnswerOfTheSameVersionIsNone() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "tower: light the lamp", LIGHT).answers(1));

        assertThat(link).isNull();
    }

    /** Requests that a program mails have a number; the ids are of its two forms. */
    @Test
    void aBridgeNumbersItsRequests() {
        assertThat(
                        Signs.ofHeaders(
                                "<pull.17.v2.git.1700000000.gitgitgadget@example.com>", List.of()))
                .isEqualTo(
                        Signs.ofHeaders(
                                "<pull.17.git.1690000000.gitgitgadget@example.com>", List.of()))
                .isNotEmpty();
        assertThat(Signs.ofHeaders("<bmm.h1.dock.quay.jane.5.1.0@example.com>", List.of()))
                .isEqualTo(Signs.ofHeaders("<bmm.h2.dock.quay.jane.5.2.0@example.com>", List.of()))
                .isNotEmpty();
    }

    // --- What looks alike and is another ------------------------------------------------------

    @Test
    void twoChangeIdsAreTwoSeries() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR).says("change-id: 1-a"),
                        SeriesOf.patches(2, "[v2] harbour: moor ships", MOOR)
                                .says("change-id: 2-b"));

        assertThat(link).isNull();
    }

    @Test
    void whatASeriesNeedsIsNotItsEarlierVersion() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR).says("change-id: 1-a"),
                        SeriesOf.patches(2, "[v2] harbour: moor ships", MOOR)
                                .says("prerequisite-change-id: 1-a:v1"));

        assertThat(link).isNull();
    }

    @Test
    void partOneIsNoVersionOfPartTwo() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships, part 1", MOOR),
                        SeriesOf.patches(2, "[v2] harbour: moor ships, part 2", LIGHT)
                                .says("After part 1: https://example.com/1.1@example.com/"));

        assertThat(link == null || link.source() == VersionLink.Source.LIKENESS)
                .as("%s", link)
                .isTrue();
    }

    @Test
    void anotherTitleLongAgoWithoutALineInCommonIsAnother() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v2] harbour: moor big ships", LIGHT).onDay(90));

        assertThat(link).isNull();
    }

    // --- Titles and likeness ------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "harbour: moor ships, [v2] harbour: moor ships, TITLE",
        "harbour: moor ships, '[v2,RESEND] Harbour: moor  ships!', TITLE",
        "[RFC] harbour: moor ships, harbour: moor ships, TITLE",
        "harbour: moor ships, harbour: moor ships, AGAIN",
        "harbour: moor ships, [v2] quay: moor ships, LIKENESS",
        "harbour: moor ships, [v2] quay: tie up (was: harbour: moor ships), LIKENESS",
    })
    void ofOneSender(String earlier, String later, VersionLink.Source source) {
        var changed = MOOR.clone();
        changed[0] = "moor(ship, berth, NULL);";

        var link =
                linkOfLast(SeriesOf.patches(1, earlier, MOOR), SeriesOf.patches(2, later, changed));

        assertLink(link, 1, source);
    }

    @Test
    void aPatchThatDidNotChangeTellsThoughItsTitleDid() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v2] all of it anew", MOOR));

        assertLink(link, 1, VersionLink.Source.DIFFS);
    }

    @Test
    void aSeriesThatGotACoverLetterKeepsItsPatches() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v2,1/2] harbour: moor ships", MOOR)
                                .patch("[v2,2/2] tower: light the lamp", LIGHT)
                                .cover("[v2,0/2] Ships at night"));

        assertLink(link, 1, VersionLink.Source.PATCHES);
    }

    @Test
    void somebodyElseMustShareTitleAndContent() {
        var shared =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v2] harbour: moor ships", MOOR).by(SeriesOf.BO));
        var apart =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v2] harbour: mooring", LIGHT).by(SeriesOf.BO));

        assertLink(shared, 1, VersionLink.Source.TITLE);
        assertThat(apart).isNull();
    }

    // --- Which of several ---------------------------------------------------------------------

    @Test
    void theNewestLowerVersionIsTheOne() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", MOOR),
                        SeriesOf.patches(2, "[v3] harbour: moor ships", MOOR),
                        SeriesOf.patches(3, "[v2] harbour: moor ships", MOOR),
                        SeriesOf.patches(4, "[v5] harbour: moor ships", LIGHT));

        assertLink(link, 2, VersionLink.Source.TITLE);
    }

    @Test
    void theSameMailsPostedAgainFollowTheFirstPosting() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", LIGHT),
                        SeriesOf.patches(2, "[v2] harbour: moor ships", MOOR),
                        SeriesOf.patches(3, "[RESEND,v2] harbour: moor ships", MOOR));

        assertLink(link, 2, VersionLink.Source.AGAIN);
    }

    /** A number that was forgotten to be raised: both follow v1. */
    @Test
    void anotherDiffOfTheSameVersionFollowsTheLowerVersion() {
        var changed = MOOR.clone();
        changed[0] = "moor(ship, berth, NULL);";

        var link =
                linkOfLast(
                        SeriesOf.patches(1, "harbour: moor ships", LIGHT),
                        SeriesOf.patches(2, "[v2] harbour: moor ships", MOOR),
                        SeriesOf.patches(3, "[v2] harbour: moor ships", changed));

        assertLink(link, 1, VersionLink.Source.TITLE);
    }

    @Test
    void aTitleThatIsTheSamePrecedesAPatchOfThatTitle() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "[1/2] harbour: moor ships", MOOR)
                                .patch("[2/2] tower: light the lamp", LIGHT)
                                .cover("[0/2] Ships at night"),
                        SeriesOf.patches(2, "tower: light the lamp", LIGHT),
                        SeriesOf.patches(3, "[v2,1/2] harbour: moor ships", MOOR)
                                .patch("[v2,2/2] tower: light the lamp", LIGHT)
                                .cover("[v2,0/2] Ships at night"));

        assertLink(link, 1, VersionLink.Source.TITLE);
    }

    @Test
    void theNextNumberIsLikelierThanALaterOne() {
        var link =
                linkOfLast(
                        SeriesOf.patches(1, "tower: light the big lamp", LIGHT),
                        SeriesOf.patches(2, "harbour: moor ships at once", MOOR),
                        SeriesOf.patches(
                                3, "[v2] harbour: moor ships twice", "moor(ship, berth);"));

        assertLink(link, 2, VersionLink.Source.LIKENESS);
    }
}
