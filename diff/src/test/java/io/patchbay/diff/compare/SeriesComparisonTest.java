package io.patchbay.diff.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.diff.ParsedDiff;
import io.patchbay.diff.compare.DiffRow.Change;
import io.patchbay.diff.compare.DiffRow.Content;
import io.patchbay.diff.compare.PatchPair.Status;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SeriesComparisonTest {

    private static final String AUTHOR = "A U Thor <author@example.com>";

    @Test
    void eachPatchOfASeriesIsEqualToItself() {
        var series = List.of(patch("one", 1), patch("two", 2), patch("three", 3));

        assertThat(rows(SeriesComparison.of(series, series))).isEqualTo("1=1 2=2 3=3");
    }

    @Test
    void theDiffPairsAndWhateverGitShowsMakesAChange() {
        var older = List.of(patch("one", 1), patch("two", 2), patch("three", 3));
        var renamed = patch("quite another title", 1);
        var reviewed = patch("two\n\nReviewed-by: B <b@example.com>", 2);
        var ofAnother =
                SeriesPatch.of("B <b@example.com>", "three", ParsedDiff.of(diff("file.c", 3)));

        var comparison = SeriesComparison.of(older, List.of(renamed, reviewed, ofAnother));

        assertThat(rows(comparison)).isEqualTo("1!1 2!2 3!3");
        assertThat(comparison.pairs()).allMatch(PatchPair::isDiffEqual);
        assertThat(comparison.pairs().stream().map(PatchPair::isMessageEqual))
                .containsExactly(false, false, true);
    }

    @Test
    void droppedPatchesStandBehindThoseThatStoodBeforeThem() {
        var older = List.of(patch("one", 1), patch("two", 2), patch("three", 3));
        var newer = List.of(patch("three", 3), patch("one", 1), patch("four", 4));

        var comparison = SeriesComparison.of(older, newer);

        assertThat(rows(comparison)).isEqualTo("3=1 1=2 2<- ->3");
        assertThat(comparison.pairs().stream().map(PatchPair::isMoved))
                .containsExactly(false, true, false, false);
    }

    @Test
    void aPatchOfTheSameTitleWithAnotherDiffIsRewritten() {
        var older = List.of(patch("one", 1), patch("two", 2));
        var newer = List.of(patch("one", 1), patch("two", 70));

        var pairs = SeriesComparison.of(older, newer).pairs();

        assertThat(pairs.stream().map(PatchPair::status))
                .containsExactly(Status.EQUAL, Status.DROPPED, Status.ADDED);
        assertThat(pairs.get(1).rewritten()).isEqualTo(pairs.get(2).newer());
        assertThat(pairs.get(2).rewritten()).isEqualTo(pairs.get(1).older());
    }

    @Test
    void aHighCreationFactorPairsWhatHasLittleInCommon() {
        var older = List.of(patch("one", 1));
        var newer = List.of(patch("two", 70));

        assertThat(rows(SeriesComparison.of(older, newer, 60))).isEqualTo("1<- ->1");
        assertThat(rows(SeriesComparison.of(older, newer, 500))).isEqualTo("1!1");
        assertThat(rows(SeriesComparison.of(older, older, 0))).isEqualTo("1=1");
        assertThatThrownBy(() -> SeriesComparison.of(older, newer, -1))
                .hasMessageContaining("but this is -1");
    }

    @Test
    void oneVersionMayBeEmpty() {
        var series = List.of(patch("one", 1), patch("two", 2));

        assertThat(rows(SeriesComparison.of(series, List.of()))).isEqualTo("1<- 2<-");
        assertThat(rows(SeriesComparison.of(List.of(), series))).isEqualTo("->1 ->2");
        assertThat(SeriesComparison.of(List.of(), List.of()).pairs()).isEmpty();
    }

    @Test
    void rowsSayWhereALineStandsAndWhatItIs() {
        var older = List.of(patch("one\n\nWhy\tso", 1));
        var newer = List.of(patch("one\n\nWhy\tnot", 1));
        var pair = SeriesComparison.of(older, newer).pairs().getFirst();

        assertThat(pair.diffOfDiffs())
                .containsExactly(
                        new DiffRow(Change.HUNK, Content.HEADING, "Metadata"),
                        new DiffRow(Change.CONTEXT, Content.HEADING, " ## Commit message ##"),
                        new DiffRow(Change.CONTEXT, Content.MESSAGE, "    one"),
                        new DiffRow(Change.CONTEXT, Content.MESSAGE, ""),
                        new DiffRow(Change.REMOVED, Content.MESSAGE, "    Why     so"),
                        new DiffRow(Change.ADDED, Content.MESSAGE, "    Why     not"),
                        new DiffRow(Change.CONTEXT, Content.MESSAGE, ""),
                        new DiffRow(Change.CONTEXT, Content.HEADING, " ## file.c ##"),
                        new DiffRow(Change.CONTEXT, Content.HUNK, "@@"));
        assertThat(pair.messages())
                .containsExactly(
                        new DiffRow(Change.CONTEXT, Content.MESSAGE, "one"),
                        new DiffRow(Change.CONTEXT, Content.MESSAGE, ""),
                        new DiffRow(Change.REMOVED, Content.MESSAGE, "Why\tso"),
                        new DiffRow(Change.ADDED, Content.MESSAGE, "Why\tnot"));
        assertThat(pair.interdiff()).isEmpty();
    }

    private static SeriesPatch patch(String message, int kind) {
        return SeriesPatch.of(AUTHOR, message, ParsedDiff.of(diff("file.c", kind)));
    }

    private static String diff(String name, int kind) {
        var lines =
                IntStream.range(0, 30)
                        .mapToObj(line -> "+line " + kind + "." + line + "\n")
                        .collect(Collectors.joining());
        return "diff --git a/%s b/%s\n--- a/%s\n+++ b/%s\n@@ -1,0 +1,30 @@\n"
                        .formatted(name, name, name, name)
                + lines;
    }

    private static String rows(SeriesComparison comparison) {
        return comparison.pairs().stream()
                .map(pair -> number(pair.older()) + pair.status().sign() + number(pair.newer()))
                .collect(Collectors.joining(" "));
    }

    private static String number(PatchPair.@Nullable Numbered patch) {
        return patch == null ? "-" : Integer.toString(patch.number());
    }
}
