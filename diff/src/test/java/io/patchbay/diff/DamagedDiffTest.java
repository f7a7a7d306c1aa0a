package io.patchbay.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.TimeUnit;

/** What mail makes of diffs, and what merely looks like one. */
class DamagedDiffTest {

    private static final String NAMES = "--- a/x\n+++ b/x\n";

    @Test
    void emptyLinesAreContextThatLostItsBlank() {
        assertThat(Described.all(NAMES + "@@ -1,4 +1,4 @@\n a\n\n-b\n+c\n\td\n"))
                .containsExactly(
                        "MODIFIED x > x",
                        " -1,4 +1,4",
                        "  CONTEXT 1 1 |a",
                        "  CONTEXT 2 2 |",
                        "  REMOVED 3 . |b",
                        "  ADDED . 3 |c",
                        "  CONTEXT 4 4 |\td");
    }

    @Test
    void carriageReturnsBelongToTheLines() {
        var text = NAMES + "@@ -1,2 +1,2 @@ f\n a\n-b\n+c\n";

        var diff = ParsedDiff.of(text.replace("\n", "\r\n"));

        assertThat(Described.all(diff))
                .containsExactly(
                        "MODIFIED x > x",
                        " -1,2 +1,2 f",
                        "  CONTEXT 1 1 |a\r",
                        "  REMOVED 2 . |b\r",
                        "  ADDED . 2 |c\r");
    }

    @Test
    void aHunkThatPromisesTooMuchEndsBeforeTheNextFile() {
        assertThat(
                        Described.all(
                                NAMES
                                        + "@@ -1,5 +1,5 @@\n-a\n+b\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-c\n+d\n"))
                .containsExactly(
                        "MODIFIED x > x",
                        " -1,5 +1,5",
                        "  REMOVED 1 . |a",
                        "  ADDED . 1 |b",
                        "MODIFIED y > y",
                        " -1,1 +1,1",
                        "  REMOVED 1 . |c",
                        "  ADDED . 1 |d");
        var cut = ParsedDiff.of(NAMES + "@@ -1,5 +1,5 @@\n-a\n+b\ndiff --git a/y b/y\n");
        assertThat(cut.files()).extracting(DiffFile::path).containsExactly("x", "y");
        assertThat(cut.files().getFirst().hunks().getFirst().isComplete()).isFalse();
    }

    @Test
    void linesThatLookLikeNamesAreLinesOfAHunkThatCountsThem() {
        assertThat(
                        Described.all(
                                NAMES
                                        + "@@ -1,2 +1,2 @@\n a\n--- old\n+++ new\n@@ -9 +9 @@\n-c\n+d\n"))
                .containsExactly(
                        "MODIFIED x > x",
                        " -1,2 +1,2",
                        "  CONTEXT 1 1 |a",
                        "  REMOVED 2 . |-- old",
                        "  ADDED . 2 |++ new",
                        " -9,1 +9,1",
                        "  REMOVED 9 . |c",
                        "  ADDED . 9 |d");
    }

    @Test
    void linesBeyondTheCountsBelongToNothing() {
        var diff = ParsedDiff.of(NAMES + "@@ -1 +1 @@\n-a\n+b\n+c\n said\n@@ -5 +5 @@\n-d\n+e\n");

        assertThat(diff.files()).hasSize(1);
        assertThat(diff.files().getFirst().hunks()).hasSize(2).allMatch(Hunk::isComplete);
        int surplus = diff.text().indexOf("+c");
        assertThat(diff.hunkAt(surplus)).isNull();
        assertThat(diff.fileAt(surplus)).isNotNull();
    }

    @Test
    void aWrongCountOfOneSideDoesNotEndAHunk() {
        assertThat(Described.all(NAMES + "@@ -1 +1,2 @@\n-a\n-b\n+c\n+d\n"))
                .contains("  REMOVED 2 . |b", "  ADDED . 2 |d");
    }

    @Test
    void anUnknownHeaderOfGitDoesNotHideTheNames() {
        assertThat(
                        Described.files(
                                "diff --git a/x b/x\nindex 1..2\nsomething new\n"
                                        + NAMES
                                        + "@@ -1 +1 @@\n-a\n+b\n"))
                .containsExactly("MODIFIED x > x", " -1,1 +1,1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "words\n",
                "diff of opinions\nstays text\n",
                "Index: see below\n\nwords @@ -1 +1 @@",
                "--- a\nwords\n+++ b\n",
                "--- cut here ---\n",
                "> diff --git a/x b/x\n> --- a/x\n> +++ b/x\n> @@ -1 +1 @@\n> -a\n> +b\n",
                "  diff --git a/x b/x\n  --- a/x\n  +++ b/x\n",
                " tide.c | 3 ++-\n 1 file changed\n-- \n2.39\n",
                "rename from a\nrename to b\n",
            })
    void wordsAreNoDiff(String text) {
        assertThat(ParsedDiff.of(text).files()).isEmpty();
    }

    @Test
    void aDiffOfADiffIsOneFile() {
        assertThat(
                        Described.files(
                                """
                                diff --git a/fix.patch b/fix.patch
                                new file mode 100644
                                --- /dev/null
                                +++ b/fix.patch
                                @@ -0,0 +1,6 @@
                                +diff --git a/y b/y
                                +--- a/y
                                ++++ b/y
                                +@@ -1 +1 @@
                                +-a
                                ++b
                                """))
                .containsExactly("ADDED null > fix.patch", " -0,0 +1,6");
    }

    @ParameterizedTest
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    @ValueSource(
            strings = {
                "\n",
                "diff --git a/x b/x\n",
                "diff --git \"\\\\ \"\\\\\n",
                "diff x\n",
                "Index: x\n",
                "Index: x\ndiff x\n",
                "--- a\n",
                "--- a\n+++ b\n",
                "--- a  2020  2020\n+++ b          \n",
                "@@ -1 +1 @@\n",
                "@@ -1,9999999 +1,9999999 @@\n",
                "@@@ -1,9 -1,9 +1,9 @@@\n",
                "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\n",
                "GIT binary patch\nliteral 1\n",
                "index 1..2\n",
                "literal 9\n",
                "words\n",
                "a\r",
                "@",
                "@@ -1 ",
                "\\ \n",
            })
    void aLotOfAnythingIsReadInTime(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());
        read("diff --git a/x b/x\n" + text);
        read(text);
        read("Index: x\n" + text);
        read("--- a\n+++ b\n@@ -1,999999999 +1,999999999 @@\n" + text);
    }

    private static void read(String text) {
        var diff = ParsedDiff.of(text);
        long lines = 0;
        for (var file : diff.files()) {
            lines += file.added() + file.removed() + file.path().length();
        }
        assertThat(lines).isNotNegative();
    }
}
