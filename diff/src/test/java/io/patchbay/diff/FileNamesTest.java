package io.patchbay.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files are called, however a diff writes it. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a/x|b/x|x|x",
                "a/dir/x|b/dir/x|dir/x|dir/x",
                "i/x|w/x|x|x",
                "/dev/null|b/x|-|x",
                "a/x|/dev/null|x|-",
                "/dev/null|src/x|-|src/x",
                "x|x|x|x",
                "src/x|src/x|src/x|src/x",
                "a/x|a/x|a/x|a/x",
                "linux-5.0.orig/mm/x|linux-5.0/mm/x|mm/x|mm/x",
                "x.orig|x|x.orig|x",
                "a/two words\t|b/two words\t|two words|two words",
                "a/x\t2020-01-02 03:04:05.678 +0100|b/x\t|x|x",
                "a/x 2020-01-02 03:04:05.678 +0100|b/x 2020-01-02 03:04|x|x",
                "a/x 2020-01-02|b/x 2020-01-02|x 2020-01-02|x 2020-01-02",
                "\"a/\\303\\244\"|\"b/\\303\\244\"|ä|ä",
                "\"a/q\\\"q\\\\t\\tt\"|\"b/q\\\"q\\\\t\\tt\"|q\"q\\t\tt|q\"q\\t\tt",
                "\"a/\\9\"|\"b/\\9\"|\\9\"|\\9\"",
                "\"a/x|\"b/x|x|x",
            })
    void namesStandBehindTheSigns(String one, String other, String oldPath, String newPath) {
        var text = "--- %s\n+++ %s\n@@ -1 +1 @@\n-a\n+b\n".formatted(one, other);

        var file = ParsedDiff.of(text).files().getFirst();
        assertThat(file.oldPath()).isEqualTo(oldPath);
        assertThat(file.newPath()).isEqualTo(newPath);
        var crlf = ParsedDiff.of(text.replace("\n", "\r\n")).files().getFirst();
        assertThat(crlf.oldPath()).isEqualTo(oldPath);
        assertThat(crlf.newPath()).isEqualTo(newPath);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/x b/x|x",
                "a/two words b/two words|two words",
                "a/x b/x b/x b/x|x b/x",
                "x x|x",
                "src/x src/x|src/x",
                "i/x w/x|x",
                "before/two words after/two words|two words",
                "before/a/x after/a/x|a/x",
                "\"before/\\303\\244 b\" \"after/\\303\\244 b\"|ä b",
                "\"a/\\303\\244 b\" \"b/\\303\\244 b\"|ä b",
                "\"a/\\\"\" \"b/\\\"\"|\"",
                "x|x",
            })
    void withoutTheseTheFirstLineTells(String names, String path) {
        var text = "diff --git %s\nold mode 100644\nnew mode 100755\n".formatted(names);

        var file = ParsedDiff.of(text).files().getFirst();

        assertThat(file.oldPath()).isEqualTo(path);
        assertThat(file.newPath()).isEqualTo(path);
    }

    @Test
    void aNewFileHasNoPrefixWhereTheFirstLineHasNone() {
        var text =
                """
                diff --git b/x b/x
                new file mode 100644
                --- /dev/null
                +++ b/x
                @@ -0,0 +1 @@
                +a
                """;

        assertThat(ParsedDiff.of(text).files().getFirst().path()).isEqualTo("b/x");
        assertThat(
                        ParsedDiff.of(text.replace("diff --git b/", "diff --git a/"))
                                .files()
                                .getFirst()
                                .path())
                .isEqualTo("x");
    }

    @Test
    void renamesAreQuotedToo() {
        var text =
                """
                diff --git "a/\\303\\244" b/b
                similarity index 100%
                rename from "\\303\\244"
                rename to b
                """;

        assertThat(Described.files(text)).containsExactly("RENAMED ä > b");
    }

    @Test
    void aHunkThatNoNamesPrecedeIsOfAFileWithoutName() {
        var file = ParsedDiff.of("@@ -1 +1 @@\n-a\n+b\n").files().getFirst();

        assertThat(file.path()).isEmpty();
        assertThat(file.status()).isEqualTo(DiffFile.Status.MODIFIED);
        assertThat(file.hunks()).hasSize(1);
    }
}
