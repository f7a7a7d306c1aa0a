package io.patchbay.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.diff.HunkLine.Role;

import org.junit.jupiter.api.Test;

import java.util.Objects;

/** Diffs as programs write them. */
class ParsedDiffTest {

    private static final String GIT =
            """
            From 1111111 Mon Sep 17 00:00:00 2001
            Subject: [PATCH] tide: turn

            Said before.
            ---
             tide.c | 3 ++-
             1 file changed, 2 insertions(+), 1 deletion(-)

            diff --git a/tide.c b/tide.c
            index 1111111..2222222 100644
            --- a/tide.c
            +++ b/tide.c
            @@ -1,3 +1,4 @@ int tide(void)
             int high;
            -int low;
            +int low = 0;
            +int ebb;
             int slack;
            @@ -20,2 +21 @@
            -gone
             stays
            --\s
            2.39.5
            """;

    @Test
    void aMailOfGitHasFilesHunksAndLines() {
        assertThat(Described.all(GIT))
                .containsExactly(
                        "MODIFIED tide.c > tide.c",
                        " -1,3 +1,4 int tide(void)",
                        "  CONTEXT 1 1 |int high;",
                        "  REMOVED 2 . |int low;",
                        "  ADDED . 2 |int low = 0;",
                        "  ADDED . 3 |int ebb;",
                        "  CONTEXT 3 4 |int slack;",
                        " -20,2 +21,1",
                        "  REMOVED 20 . |gone",
                        "  CONTEXT 21 21 |stays");
        var file = ParsedDiff.of(GIT).files().getFirst();
        assertThat(file.added()).isEqualTo(2);
        assertThat(file.removed()).isEqualTo(2);
        assertThat(file.oldName()).isEqualTo("a/tide.c");
        assertThat(file.newMode()).isEqualTo("100644");
        assertThat(file.text()).startsWith("diff --git").endsWith(" stays\n");
        assertThat(file.hunks().getLast().text()).isEqualTo("@@ -20,2 +21 @@\n-gone\n stays\n");
        assertThat(file.hunks()).allMatch(Hunk::isComplete);
    }

    @Test
    void placesOfTheTextLeadToFileHunkAndLine() {
        var diff = ParsedDiff.of(GIT);
        int low = GIT.indexOf("low = 0");
        int names = GIT.indexOf("+++ b/tide.c");
        int secondHeader = GIT.indexOf("@@ -20");

        assertThat(Objects.requireNonNull(diff.fileAt(low)).path()).isEqualTo("tide.c");
        assertThat(Objects.requireNonNull(diff.hunkAt(low)).number()).isZero();
        assertThat(Objects.requireNonNull(diff.lineAt(low)).newNumber()).isEqualTo(2);
        assertThat(diff.fileAt(names)).isNotNull();
        assertThat(diff.hunkAt(names)).isNull();
        assertThat(Objects.requireNonNull(diff.hunkAt(secondHeader)).number()).isEqualTo(1);
        assertThat(diff.lineAt(secondHeader)).isNull();
        assertThat(diff.fileAt(0)).isNull();
        assertThat(diff.fileAt(GIT.indexOf("2.39.5"))).isNull();
        assertThatThrownBy(() -> diff.fileAt(GIT.length()))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void numbersOfLinesLeadToTheText() {
        var diff = ParsedDiff.of(GIT);
        var file = diff.files().getFirst();

        var added = Objects.requireNonNull(file.newLine(3));
        assertThat(GIT.substring(added.start(), added.end())).isEqualTo("+int ebb;\n");
        assertThat(added.role()).isEqualTo(Role.ADDED);
        assertThat(diff.lineAt(added.start())).isEqualTo(added);
        assertThat(Objects.requireNonNull(file.oldLine(21)).contentIn(diff)).isEqualTo("stays");
        assertThat(file.oldLine(4)).isNull();
        assertThat(file.newLine(22)).isNull();
        assertThat(file.newLine(-1)).isNull();
    }

    @Test
    void renamesCopiesAndModesAreTold() {
        var text =
                """
                diff --git a/old name.c b/dir/new.c
                similarity index 100%
                rename from old name.c
                rename to dir/new.c
                diff --git a/x b/y
                similarity index 90%
                copy from x
                copy to y
                index 1..2 100644
                --- a/x
                +++ b/y
                @@ -1 +1 @@
                -a
                +b
                diff --git a/run b/run
                old mode 100644
                new mode 100755
                diff --git a/two words b/two words
                new file mode 100644
                index 0000000..e69de29
                diff --git a/gone b/gone
                deleted file mode 120000
                index 1..0
                --- a/gone
                +++ /dev/null
                @@ -1 +0,0 @@
                -target
                \\ No newline at end of file
                """;
        assertThat(Described.files(text))
                .containsExactly(
                        "RENAMED old name.c > dir/new.c",
                        "COPIED x > y",
                        " -1,1 +1,1",
                        "MODIFIED run > run",
                        "ADDED null > two words",
                        "DELETED gone > null",
                        " -1,1 +0,0");
        var files = ParsedDiff.of(text).files();
        assertThat(files.get(0).header(ExtendedHeader.SIMILARITY)).isEqualTo("100%");
        assertThat(files.get(0).oldMode()).isNull();
        assertThat(files.get(2).oldMode()).isEqualTo("100644");
        assertThat(files.get(2).newMode()).isEqualTo("100755");
        assertThat(files.get(3).newMode()).isEqualTo("100644");
        assertThat(files.get(3).oldMode()).isNull();
        assertThat(files.get(4).oldMode()).isEqualTo("120000");
        assertThat(files.get(4).newMode()).isNull();
    }

    @Test
    void binaryFilesHaveNoHunks() {
        var text =
                """
                diff --git a/one.png b/one.png
                index 1..2 100644
                GIT binary patch
                literal 3
                Kcmxxx

                literal 0
                HcmV?d00001

                diff --git a/two.png b/two.png
                new file mode 100644
                index 0..1
                Binary files /dev/null and b/two.png differ
                --\s
                2
                """;
        assertThat(Described.files(text))
                .containsExactly("MODIFIED one.png > one.png", "ADDED null > two.png");
        var files = ParsedDiff.of(text).files();
        assertThat(files).allMatch(DiffFile::isBinary);
        assertThat(files.getFirst().text()).endsWith("HcmV?d00001\n\n");
        assertThat(files.getLast().text()).endsWith("differ\n");
    }

    @Test
    void theRemarkOnAMissingLineFeedBelongsToItsHunk() {
        var text =
                """
                --- a/x
                +++ b/x
                @@ -1 +1 @@
                -a
                \\ No newline at end of file
                +b
                \\ Kein Zeilenumbruch am Dateiende.
                """;
        assertThat(Described.all(text))
                .containsExactly(
                        "MODIFIED x > x",
                        " -1,1 +1,1",
                        "  REMOVED 1 . |a",
                        "  REMARK . . | No newline at end of file",
                        "  ADDED . 1 |b",
                        "  REMARK . . | Kein Zeilenumbruch am Dateiende.");
    }

    @Test
    void subversionCvsMercurialAndQuiltAreRead() {
        assertThat(
                        Described.files(
                                """
                                Index: trunk/a.c
                                ===================================================================
                                --- trunk/a.c\t(revision 1)
                                +++ trunk/a.c\t(working copy)
                                @@ -1 +1 @@
                                -a
                                +b
                                Index: b.c
                                ===================================================================
                                RCS file: /cvs/b.c,v
                                retrieving revision 1.1
                                diff -u -r1.1 b.c
                                --- b.c\t1 Jan 2001 00:00:00 -0000\t1.1
                                +++ b.c\t2 Jan 2001 00:00:00 -0000
                                @@ -1 +1 @@
                                -a
                                +b
                                diff -r 123456 -r 654321 c.c
                                --- a/c.c\tThu Jan 01 00:00:00 1970 +0000
                                +++ b/c.c\tFri Jan 02 00:00:00 1970 +0000
                                @@ -1 +1 @@
                                -a
                                +b
                                Index: linux/d.c
                                ===================================================================
                                --- linux.orig/d.c
                                +++ linux/d.c
                                @@ -1 +1 @@
                                -a
                                +b
                                diff -ru old/e.c new/e.c
                                --- old/e.c 2020-01-02 03:04:05.678901234 +0100
                                +++ new/e.c 2020-01-02 03:04:05.678901234 +0100
                                @@ -1 +1 @@
                                -a
                                +b
                                """))
                .containsExactly(
                        "MODIFIED trunk/a.c > trunk/a.c",
                        " -1,1 +1,1",
                        "MODIFIED b.c > b.c",
                        " -1,1 +1,1",
                        "MODIFIED c.c > c.c",
                        " -1,1 +1,1",
                        "MODIFIED d.c > d.c",
                        " -1,1 +1,1",
                        "MODIFIED e.c > e.c",
                        " -1,1 +1,1");
    }

    @Test
    void aMergeIsComparedWithItsParents() {
        var text =
                """
                diff --cc tide.c
                index 1111111,2222222..3333333
                --- a/tide.c
                +++ b/tide.c
                @@@ -1,4 -1,3 +1,4 @@@ int tide(void)
                  both
                - of the first
                 -of the second
                 +lacking in the second
                ++of the merge
                  last
                diff --combined dir/x
                index 1,2..3
                mode 100644,100644..100755
                --- a/dir/x
                +++ b/dir/x
                @@@@ -1,0 -1,0 -1,0 +1 @@@@
                +++from none
                """;
        assertThat(Described.all(text))
                .containsExactly(
                        "MODIFIED tide.c > tide.c",
                        " -1,4 +1,4 int tide(void)",
                        "  CONTEXT 1 1 |both",
                        "  REMOVED 2 . |of the first",
                        "  REMOVED . . |of the second",
                        "  ADDED 3 2 |lacking in the second",
                        "  ADDED . 3 |of the merge",
                        "  CONTEXT 4 4 |last",
                        "MODIFIED dir/x > dir/x",
                        " -1,0 +1,1",
                        "  ADDED . 1 |from none");
        assertThat(ParsedDiff.of(text).files().getLast().hunks().getFirst().parents()).isEqualTo(3);
    }
}
