package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.diff.LineKind;
import io.patchbay.diff.LineTable;
import io.patchbay.mail.diff.Diff;
import io.patchbay.mail.diff.DiffHash;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What holds for every text that is taken apart into text and diff. The parameter is the seed. */
class SplitPropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDiffBehindProseIsFoundWhole(long seed) {
        var generator = new Generator(seed);
        var prose = generator.prose(generator.upTo(12));
        var diff = generator.diff();

        var split = BodySplit.of(text(prose) + String.join("\n", diff));

        assertThat(linesOf(split.diff())).isEqualTo(diff);
        assertThat(linesOf(split.text())).isEqualTo(prose);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void proseBehindADiffIsText(long seed) {
        var generator = new Generator(seed);
        var before = generator.prose(generator.upTo(5));
        var diff = generator.diff();
        var after = new ArrayList<>(generator.prose(generator.upTo(5)));
        after.addFirst("words");

        var split = BodySplit.of(text(before) + text(diff) + String.join("\n", after));

        assertThat(linesOf(split.diff())).isEqualTo(diff);
        before.addAll(after);
        assertThat(linesOf(split.text())).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachLineIsInOneOfThemAndInItsOrder(long seed) {
        var generator = new Generator(seed);
        var soup = generator.soup(generator.upTo(60));

        var split = BodySplit.of(String.join("\n", soup));
        var text = linesOf(split.text());
        var diff = linesOf(split.diff());

        assertThat(text.size() + diff.size()).isEqualTo(soup.size());
        var all = new ArrayList<>(text);
        all.addAll(diff);
        assertThat(all).containsExactlyInAnyOrderElementsOf(soup);
        if (!disturbsOrder(soup)) {
            assertThat(isInOrder(text, soup)).as("order of the text").isTrue();
            assertThat(isInOrder(diff, soup)).as("order of the diff").isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLinesOfTheDiffAreThoseOfItsText(long seed) {
        var generator = new Generator(seed);
        var soup = String.join("\n", generator.soup(generator.upTo(60)));
        var split = BodySplit.of(generator.chance() ? soup : text(generator.diff()) + soup);

        var lines = split.diffLines();

        if (lines == null) {
            assertThat(split.diff()).isNull();
            return;
        }
        assertThat(lines.text()).isEqualTo(split.diff());
        assertThat(new Diff(lines).hash()).isEqualTo(DiffHash.of(lines.text()));
        assertThat(new Diff(lines).fileNames()).isEqualTo(new Diff(lines.text()).fileNames());
        assertThat(kinds(lines)).isEqualTo(kinds(LineTable.of(lines.text())));
    }

    private static List<LineKind> kinds(LineTable lines) {
        return IntStream.range(0, lines.size()).mapToObj(lines::kind).toList();
    }

    /** Patchwork settles what became of earlier lines after such a line (compare BodySplit). */
    private static boolean disturbsOrder(List<String> soup) {
        return soup.contains("GIT binary patch") || soup.contains("\\ No newline at end of file");
    }

    private static boolean isInOrder(List<String> some, List<String> all) {
        var left = all.iterator();
        return some.stream()
                .allMatch(line -> {
                    while (left.hasNext()) {
                        if (left.next().equals(line)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDiffAloneIsItself(long seed) {
        var diff = String.join("\n", new Generator(seed).diff());

        var split = BodySplit.of(diff);

        assertThat(split.diff()).isEqualTo(diff + "\n");
        assertThat(split.text()).isNull();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theHashPassesOverWhatChangesWithoutTheChange(long seed) {
        var lines = new Generator(seed).diff();

        var elsewhere =
                lines.stream()
                        .map(line ->
                                line.replaceFirst(
                                        "^@@ -\\d+,(\\d+) \\+\\d+,(\\d+) @@.*",
                                        "@@ -7,$1 +9,$2 @@ f"))
                        .map(line ->
                                line.replaceFirst("^(---|\\+\\+\\+) [ab]/(.*)", "$1 c/$2\t2024"))
                        .map(line -> line.replaceFirst("^index .*", "index 0..1"))
                        .toList();

        assertThat(DiffHash.of(String.join("\r\n", elsewhere)))
                .isEqualTo(DiffHash.of(String.join("\n", lines)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theHashTellsChangesApart(long seed) {
        var lines = new ArrayList<>(new Generator(seed).diff());
        var before = DiffHash.of(text(lines));

        lines.set(lines.size() - 1, lines.getLast() + "!");

        assertThat(DiffHash.of(text(lines))).isNotEqualTo(before);
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static List<String> linesOf(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        assertThat(text).endsWith("\n");
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }
}
