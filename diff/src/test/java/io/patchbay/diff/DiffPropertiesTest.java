package io.patchbay.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;
import java.util.stream.LongStream;

/** What holds for every diff and for everything that became of one. The parameter is the seed. */
class DiffPropertiesTest {

    private static final String[] PIECES = {
        "\n",
        "\r",
        "\0",
        " ",
        "\t",
        "+",
        "-",
        "\\",
        "@@ -1,9 +1,9 @@\n",
        "@@@ -1 -1 +1 @@@\n",
        "diff --git \"a/\\30",
        "diff --cc x\n",
        "--- ",
        "+++ ",
        "\n--- a\n+++ b\n",
        "Index: \n",
        "rename from \"",
        "GIT binary patch\n",
        "literal 1\n",
        "Binary files  differ\n",
        "\uD800",
        "ä"
    };

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsFound(long seed) {
        var generator = new DiffGenerator(seed);

        var diff = ParsedDiff.of(generator.text());

        assertThat(Described.all(diff)).isEqualTo(generator.expected());
        assertThat(diff.files())
                .allSatisfy(file -> assertThat(file.hunks()).allMatch(Hunk::isComplete));
        checkPlaces(diff);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damageIsNeverRefused(long seed) {
        var random = new Random(seed);
        for (int times = 0; times < 20; times++) {
            var text = new StringBuilder(new DiffGenerator(seed + times).text()).append("--- a\n");
            for (int left = random.nextInt(1, 10); left > 0; left--) {
                damage(text, random);
            }

            checkPlaces(ParsedDiff.of(text.toString()));
        }
    }

    private static void damage(StringBuilder text, Random random) {
        int place = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), place + random.nextInt(40));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(place, end);
            case 1 -> text.insert(random.nextInt(text.length() + 1), text.substring(place, end));
            case 2 -> text.insert(place, (char) random.nextInt(0x100));
            case 3 -> text.insert(place, PIECES[random.nextInt(PIECES.length)]);
            default -> text.setLength(place);
        }
    }

    /** Everything lies in what holds it, in order, and is found again by its place. */
    private static void checkPlaces(ParsedDiff diff) {
        checkLines(diff.lines());
        int before = 0;
        for (var file : diff.files()) {
            assertThat(file.start()).isBetween(before, diff.text().length());
            assertThat(file.end()).isBetween(file.start() + 1, diff.text().length());
            assertThat(diff.fileAt(file.start())).isSameAs(file);
            assertThat(diff.fileAt(file.end() - 1)).isSameAs(file);
            assertThat(file.text()).hasSize(file.end() - file.start());
            var unusedNames = file.status() + file.path() + file.oldMode() + file.newMode();
            int added = 0;
            int inFile = file.start();
            for (var hunk : file.hunks()) {
                assertThat(hunk.start()).isBetween(inFile, file.end());
                assertThat(hunk.end()).isBetween(hunk.start() + 1, file.end());
                added += checkHunk(diff, hunk);
                inFile = hunk.end();
            }
            assertThat(file.added()).isEqualTo(added);
            before = file.end();
        }
    }

    private static void checkLines(LineTable lines) {
        int place = 0;
        for (int line = 0; line < lines.size(); line++) {
            assertThat(lines.start(line)).isEqualTo(place);
            assertThat(lines.lineAt(place)).isEqualTo(line);
            place = lines.end(line);
            assertThat(lines.lineAt(place - 1)).isEqualTo(line);
        }
        assertThat(place).isEqualTo(lines.text().length());
    }

    /** Returns how many lines are added. */
    private static int checkHunk(ParsedDiff diff, Hunk hunk) {
        int added = 0;
        int place = diff.lines().end(diff.lines().lineAt(hunk.start()));
        assertThat(hunk.section()).doesNotContain("\n");
        for (var line : hunk.lines()) {
            assertThat(line.start()).isEqualTo(place);
            assertThat(line.contentStart()).isBetween(line.start(), line.end());
            assertThat(diff.lineAt(line.start())).isEqualTo(line);
            assertThat(line.contentIn(diff)).doesNotContain("\n");
            if (hunk.parents() == 1 && line.newNumber() >= 0) {
                assertThat(hunk.newLine(line.newNumber())).isEqualTo(line);
            }
            if (hunk.parents() == 1 && line.oldNumber() >= 0) {
                assertThat(hunk.oldLine(line.oldNumber())).isEqualTo(line);
            }
            added += line.role() == HunkLine.Role.ADDED ? 1 : 0;
            place = line.end();
        }
        assertThat(place).isEqualTo(hunk.end());
        return added;
    }
}
