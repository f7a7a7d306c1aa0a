package io.patchbay.mail;

import static io.patchbay.mail.MarkedBody.expect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a text is said and what is a diff. Each line is marked with the side it belongs to. */
class BodySplitTest {

    @Test
    void textAroundADiffIsText() {
        expect(
                """
                T Fix the tide.
                T ---
                T  tide.c | 2 +-
                D diff --git a/tide.c b/tide.c
                D index 1111111..2222222 100644
                D --- a/tide.c
                D +++ b/tide.c
                D @@ -1,3 +1,3 @@ int tide(void)
                D  int high;
                D -int low;
                D +int low = 0;
                D  int slack;
                T --
                T 2.43.0
                """);
    }

    @Test
    void aTextWithoutDiffIsText() {
        expect("T just\nT --- text\nT about diffs\nT +++ here\n");
        expect("T diff of opinions\nT stays text\n");
        expect("T Index: see below\n");
    }

    @Test
    void aTextWithoutFinalLineFeedGainsOne() {
        assertThat(BodySplit.of("a").text()).isEqualTo("a\n");
        assertThat(BodySplit.of("").text()).isEqualTo("\n");
        assertThat(BodySplit.of("--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b").diff())
                .isEqualTo("--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b\n");
    }

    @Test
    void severalFilesAreOneDiff() {
        expect(
                """
                D --- a/one
                D +++ b/one
                D @@ -1 +1 @@
                D -a
                D +b
                D --- a/two
                D +++ b/two
                D @@ -1 +1 @@
                D -a
                D +b
                D diff --git a/three b/three
                D --- a/three
                D +++ b/three
                D @@ -1 +1 @@
                D -a
                D +b
                """);
    }

    @Test
    void aDiffBySubversionStartsWithIndex() {
        expect(
                """
                D Index: tide.c
                D ===================================================================
                D --- tide.c (revision 1)
                D +++ tide.c (working copy)
                D @@ -1 +1 @@
                D -a
                D +b
                """);
    }

    @Test
    void aHunkEndsWhenItsLinesAreUsedUp() {
        expect(
                """
                D --- a/one
                D +++ b/one
                D @@ -1,2 +1,3 @@
                D  a
                D
                D +b
                T  not a part of it
                """);
    }

    @Test
    void aHunkThatIsCutShortTakesEverything() {
        expect("D --- a/one\nD +++ b/one\nD @@ -1,9 +1,9 @@\nD  a\nD -- \nD 2.43.0\nD\n");
    }

    @Test
    void theRemarkOnAMissingFinalLineFeedCountsForNothing() {
        expect(
                """
                D --- a/one
                D +++ b/one
                D @@ -1 +1 @@
                D -a
                D \\ No newline at end of file
                D +b
                D \\ No newline at end of file
                T said
                """);
    }

    @Test
    void textBetweenHunksIsText() {
        expect(
                """
                D --- a/one
                D +++ b/one
                D @@ -1 +1 @@
                D -a
                D +b
                T What follows has no file names.
                T @@ -5 +5 @@
                T -c
                T +d
                """);
    }

    @Test
    void textBetweenFilesGoesIntoTheDiff() {
        expect(
                """
                D --- a/one
                D +++ b/one
                D @@ -1 +1 @@
                D -a
                D +b
                D And the other one:
                D --- a/two
                D +++ b/two
                D @@ -1 +1 @@
                D -a
                D +b
                """);
    }

    @Test
    void namesWithoutAHunkAreText() {
        expect("T --- a/one\nT +++ b/one\nT nothing\n");
        expect("T --- a/one\nT nothing\n");
    }

    @Test
    void aMissingNewNameAfterTheFirstHunkIsWaitedFor() {
        expect(
                """
                D --- a/one
                D +++ b/one
                D @@ -1 +1 @@
                D -a
                D +b
                D --- a/two
                D in between
                D --- a/two
                D +++ b/two
                D @@ -1 +1 @@
                D -a
                D +b
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "old mode 100644",
                "new mode 100755",
                "deleted file mode 100644",
                "new file mode 100644",
                "copy from a",
                "copy to b",
                "rename from a",
                "rename to b",
                "similarity index 100%",
                "dissimilarity index 9%",
            })
    void aPairOfExtendedHeadersIsADiffWithoutHunk(String header) {
        expect(
                "T said\nD diff --git a/one b/one\nD %s\nD %s\nT -- \nT 2\n"
                        .formatted(header, header));
    }

    @Test
    void aSingleExtendedHeaderAloneIsText() {
        expect("T diff --git a/one b/one\nT old mode 100644\nT said\n");
    }

    @Test
    void aBinaryPatchTakesWhatFollows() {
        expect(
                """
                T said
                D diff --git a/one.png b/one.png
                D new file mode 100644
                D index 0000000..1111111
                D GIT binary patch
                D literal 3
                D Kcmxxx
                D
                D --\s
                D 2.43.0
                D
                """);
    }

    @Test
    void aRemarkBetweenNameAndHunkComesFirst() {
        var split =
                BodySplit.of(
                        """
                        --- a/one
                        +++ b/one
                        @@ -1 +1 @@
                        -a
                        +b
                        --- a/two
                        +++ b/two
                        \\ No newline at end of file
                        @@ -1 +1 @@
                        -a
                        +b
                        """);

        assertThat(split.diff())
                .contains("--- a/two\n\\ No newline at end of file\n+++ b/two\n@@ -1 +1 @@\n");
    }

    @Test
    void carriageReturnsAreKept() {
        assertThat(BodySplit.of("--- a\r\n+++ b\r\n@@ -1 +1 @@\r\n-a\r\n+b\r\n").diff())
                .isEqualTo("--- a\r\n+++ b\r\n@@ -1 +1 @@\r\n-a\r\n+b\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@ -1 +1",
                "@@ -1, +1 @@",
                "@@ - +1 @@",
                "@@ -1 + @@",
                "@@ -1 -1 @@",
                "@@@ -1 -1 +1 @@@",
                "@@ -1,x +1 @@",
            })
    void whatIsNoHunkHeaderStartsNoHunk(String header) {
        expect("T --- a/one\nT +++ b/one\nT %s\nT -a\nT +b\n".formatted(header));
    }

    @Test
    void hugeCountsAreNoTrouble() {
        var huge = "9".repeat(50);

        expect("D --- a\nD +++ b\nD @@ -1,%s +1,%s @@\nD -a\n".formatted(huge, huge));
    }
}
