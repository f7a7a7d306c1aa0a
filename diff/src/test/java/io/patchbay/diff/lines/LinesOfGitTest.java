package io.patchbay.diff.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.diff.GitFolder;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Which lines the real git finds changed. The parameter is the seed. */
class LinesOfGitTest {

    private static final String[] USUAL = {
        "", "\t", "}", "\t}", "{", "\treturn 0;", "\t\tbreak;", "#endif", "  - x", "end"
    };

    @TempDir private Path folder;

    @BeforeAll
    static void lookForGit() {
        GitFolder.require();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesStandWhereGitShowsThem(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        var before = text(random);
        var after = changed(before, random);

        var changes = LineDiff.shown(before, after);

        assertThat(written(changes, before, after)).isEqualTo(git(before, after));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutIndentationTheyStandLast(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        var before = text(random);
        var after = changed(before, random);
        var ids = new LineIds();
        var old = ids.of(before);
        var now = ids.of(after);

        var changes = new LineDiff(ids.size()).changes(old, now);

        var expected = git(before, after, "--no-indent-heuristic");
        assertThat(written(changes, before, after)).isEqualTo(expected);
        assertThat(changes.shownLines()).isEqualTo(expected.size());
    }

    /** Few lines or many, of which many or few are like others. */
    private static List<String> text(Random random) {
        int size = random.nextInt(4) == 0 ? random.nextInt(4000) : random.nextInt(120);
        int usual = 1 + random.nextInt(USUAL.length);
        int rare = 1 + random.nextInt(1000);
        int oftenOfTen = random.nextInt(10);
        var lines = new ArrayList<String>();
        for (int line = 0; line < size; line++) {
            lines.add(line(random, usual, rare, oftenOfTen));
        }
        return lines;
    }

    private static String line(Random random, int usual, int rare, int oftenOfTen) {
        return random.nextInt(10) < oftenOfTen
                ? USUAL[random.nextInt(usual)]
                : "\t".repeat(random.nextInt(4)) + "line " + random.nextInt(rare);
    }

    private static List<String> changed(List<String> before, Random random) {
        if (random.nextInt(8) == 0) {
            return text(random);
        }
        var after = new ArrayList<String>();
        int oneOf = 2 + random.nextInt(30);
        for (int line = 0; line < before.size(); line++) {
            switch (random.nextInt(4 * oneOf)) {
                case 0 -> {
                    // is gone
                }
                case 1 -> after.add(line(random, USUAL.length, 50, 5));
                case 2 -> {
                    int from = Math.max(0, line - random.nextInt(6));
                    after.addAll(before.subList(from, line + 1));
                }
                case 3 -> line += random.nextInt(10);
                default -> after.add(before.get(line));
            }
        }
        return after;
    }

    /** Headers of hunks without their numbers, and lines with their signs. */
    private static List<String> written(Changes changes, List<String> before, List<String> after) {
        var lines = new ArrayList<String>();
        for (var hunk : changes.hunks()) {
            lines.add("@@");
            int old = hunk.oldStart();
            int now = hunk.newStart();
            while (old < hunk.oldEnd() || now < hunk.newEnd()) {
                if (old < hunk.oldEnd() && changes.isRemoved(old)) {
                    lines.add("-" + before.get(old++));
                } else if (now < hunk.newEnd() && changes.isAdded(now)) {
                    lines.add("+" + after.get(now++));
                } else {
                    lines.add(" " + after.get(now++));
                    old++;
                }
            }
        }
        return lines;
    }

    private List<String> git(List<String> before, List<String> after, String... options)
            throws IOException, InterruptedException {
        Files.write(folder.resolve("before"), before);
        Files.write(folder.resolve("after"), after);
        var words = new ArrayList<>(List.of(options));
        words.add("before");
        words.add("after");
        var said = new GitFolder(folder).diff(words.toArray(String[]::new));
        return said.lines().skip(4).map(line -> line.startsWith("@@") ? "@@" : line).toList();
    }
}
