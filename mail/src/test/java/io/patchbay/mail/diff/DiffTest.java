package io.patchbay.mail.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.Samples;

import org.junit.jupiter.api.Test;

/** The identity of a change and the files it touches. */
class DiffTest {

    @Test
    void theHashCoversNamesCountsAndLines() {
        assertThat(new Diff(Samples.SMALL_DIFF).hash())
                .isEqualTo("1baabffe70d0205db06049e1d1b9410346edff59");
    }

    @Test
    void whereAChangeStandsDoesNotMatter() {
        var moved =
                Samples.SMALL_DIFF
                        .replace("@@ -1,3 +1,3 @@ int tide(void)", "@@ -101,3 +201,3 @@ other")
                        .replace("index 1111111..2222222 100644\n", "")
                        .replace("diff --git a/tide.c b/tide.c\n", "Index: tide.c\n")
                        .replace("--- a/tide.c", "--- old/tide.c 2026-04-07")
                        .replace("+++ b/tide.c", "+++ new/tide.c\t2026-04-07");

        assertThat(new Diff(moved).hash()).isEqualTo(new Diff(Samples.SMALL_DIFF).hash());
    }

    @Test
    void lineEndsAndSpaceAroundTheDiffDoNotMatter() {
        var other = "\n \n" + Samples.SMALL_DIFF.replace("\n", "\r\n") + "\n\n";

        assertThat(new Diff(other).hash()).isEqualTo(new Diff(Samples.SMALL_DIFF).hash());
        assertThat(new Diff(Samples.SMALL_DIFF.replace("slack;\n", "slack;\n\n\n-- \n")).hash())
                .isNotEqualTo(new Diff(Samples.SMALL_DIFF).hash());
    }

    @Test
    void whatIsChangedMatters() {
        var hash = new Diff(Samples.SMALL_DIFF).hash();

        assertThat(new Diff(Samples.SMALL_DIFF.replace("+int low = 0", "+int low = 1")).hash())
                .isNotEqualTo(hash);
        assertThat(
                        new Diff(Samples.SMALL_DIFF.replace("@@ -1,3 +1,3 @@", "@@ -1,3 +1,4 @@"))
                                .hash())
                .isNotEqualTo(hash);
        assertThat(new Diff(Samples.SMALL_DIFF.replace("/tide.c", "/ebb.c")).hash())
                .isNotEqualTo(hash);
        assertThat(new Diff(Samples.SMALL_DIFF.replace(" int high", "  int high")).hash())
                .isNotEqualTo(hash);
    }

    @Test
    void anEmptyContextLineCountsForNothing() {
        var other = Samples.SMALL_DIFF.replace(" int slack;\n", "\n int slack;\n");

        assertThat(new Diff(other).hash()).isEqualTo(new Diff(Samples.SMALL_DIFF).hash());
    }

    @Test
    void aNewFileHasDevNullAsItsOldName() {
        assertThat(new Diff("--- /dev/null\n+++ b/é\n@@ -0,0 +1 @@\n+ü\n").hash())
                .isEqualTo("daea579e378b528f0f7e1a8bf9d93cbbe56d2fd6");
    }

    @Test
    void aRemovedLineThatLooksLikeANameIsOne() {
        var removed = "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n--- one/two\n";

        assertThat(new Diff(removed).hash())
                .isEqualTo(new Diff(removed.replace("one/", "other/")).hash());
    }

    @Test
    void theFilesAreListedOnceWithoutTheirFirstFolder() {
        var diff =
                """
                --- a/src/b.c
                +++ b/src/b.c\t2026-04-07
                @@ -1 +1 @@
                --- /dev/null
                +++ b/src/a.c
                --- top
                """;

        assertThat(new Diff(diff).fileNames()).containsExactly("", "src/a.c", "src/b.c");
        assertThat(new Diff("---\n+++ \nx --- a/b\n").fileNames()).isEmpty();
    }
}
