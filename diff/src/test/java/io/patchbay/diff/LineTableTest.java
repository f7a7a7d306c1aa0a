package io.patchbay.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text, and what they look like. */
class LineTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "` a`|CONTEXT",
                "+a|ADDED",
                "++ a|ADDED",
                "+++a|ADDED",
                "+++ a|NEW_FILE",
                "-a|REMOVED",
                "-- |REMOVED",
                "---|REMOVED",
                "--- |OLD_FILE",
                "--- a|OLD_FILE",
                "@@ -1 +1 @@|HUNK",
                "@@ -1,2 +3,4 @@ f(x)|HUNK",
                "@@ -1,2 +3,4 @|OTHER",
                "@@ -1,x +3,4 @@|OTHER",
                "@@ -1 +1@@|OTHER",
                "@@ +1 -1 @@|OTHER",
                "@@|OTHER",
                "@|OTHER",
                "@@@ -1 -1 +1 @@@|COMBINED_HUNK",
                "@@@@ -1 -2,2 -3 +1,5 @@@@ f|COMBINED_HUNK",
                "@@@ -1 +1 @@@|OTHER",
                "@@@ -1 -1 +1 @@|OTHER",
                "diff --git a/x b/x|GIT_DIFF",
                "diff --cc x|COMBINED_DIFF",
                "diff --combined x|COMBINED_DIFF",
                "diff -ruN a b|OTHER_DIFF",
                "diff of opinions|OTHER_DIFF",
                "diff|OTHER",
                "different|OTHER",
                "Index: x|INDEX",
                "Index:x|OTHER",
                "index 1..2|EXTENDED_HEADER",
                "old mode 1|EXTENDED_HEADER",
                "new mode 1|EXTENDED_HEADER",
                "new file mode 1|EXTENDED_HEADER",
                "deleted file mode 1|EXTENDED_HEADER",
                "copy from x|EXTENDED_HEADER",
                "copy to x|EXTENDED_HEADER",
                "rename from x|EXTENDED_HEADER",
                "rename to x|EXTENDED_HEADER",
                "similarity index 1%|EXTENDED_HEADER",
                "dissimilarity index 1%|EXTENDED_HEADER",
                "rename|OTHER",
                "GIT binary patch|GIT_BINARY",
                "Binary files a/x and b/x differ|BINARY_FILES",
                "Binary files are no text|OTHER",
                "\\ No newline at end of file|NO_NEWLINE",
                "\\ Kein Zeilenumbruch am Dateiende.|OTHER",
                "words|OTHER",
                "\t|OTHER",
            })
    void aLineLooksLike(String line, LineKind kind) {
        for (var end : List.of("", "\n", "\r\n")) {
            assertThat(LineTable.of(line + end).kind(0)).isEqualTo(kind);
        }
    }

    @Test
    void anEmptyLineHasNothingButItsEnd() {
        assertThat(kinds("\n\r\n\r\r\n"))
                .containsExactly(LineKind.EMPTY, LineKind.EMPTY, LineKind.OTHER);
        assertThat(kinds("")).isEmpty();
    }

    private static List<LineKind> kinds(String text) {
        var table = LineTable.of(text);
        var kinds = new ArrayList<LineKind>();
        for (int line = 0; line < table.size(); line++) {
            kinds.add(table.kind(line));
        }
        return kinds;
    }

    @Test
    void linesKnowTheirPlaces() {
        var table = LineTable.of("a\n\nlong\r\nend");

        assertThat(table.size()).isEqualTo(4);
        assertThat(table.start(2)).isEqualTo(3);
        assertThat(table.end(2)).isEqualTo(9);
        assertThat(table.line(2)).isEqualTo("long");
        assertThat(table.sign(1)).isEqualTo('\n');
        assertThat(table.end(3)).isEqualTo(12);
        assertThat(table.lineAt(0)).isZero();
        assertThat(table.lineAt(1)).isZero();
        assertThat(table.lineAt(2)).isEqualTo(1);
        assertThat(table.lineAt(8)).isEqualTo(2);
        assertThat(table.lineAt(11)).isEqualTo(3);
        assertThatThrownBy(() -> table.lineAt(12))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("the text has places from 0 to 11, and 12 is none of them");
    }

    @Test
    void aPartIsLikeItsTextAlone() {
        var text = "said\n--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b\n-- \n2.39";
        var table = LineTable.of(text);

        for (int from = 0; from <= table.size(); from++) {
            for (int to = from; to <= table.size(); to++) {
                var part = table.part(from, to);
                var alone = LineTable.of(part.text());
                assertThat(part.size()).isEqualTo(to - from).isEqualTo(alone.size());
                for (int line = 0; line < part.size(); line++) {
                    assertThat(part.kind(line)).isEqualTo(alone.kind(line));
                    assertThat(part.start(line)).isEqualTo(alone.start(line));
                    assertThat(part.end(line)).isEqualTo(alone.end(line));
                    assertThat(part.line(line)).isEqualTo(alone.line(line));
                    assertThat(part.hunkHeader(line)).isEqualTo(alone.hunkHeader(line));
                    assertThat(part.lineAt(part.start(line))).isEqualTo(line);
                }
            }
        }
        var inner = table.part(1, 6).part(2, 4);
        assertThat(inner.text()).isEqualTo("@@ -1 +1 @@\n-a\n");
        assertThat(inner.kind(0)).isEqualTo(LineKind.HUNK);
        assertThat(inner.line(1)).isEqualTo("-a");
        assertThat(inner.lineAt(13)).isEqualTo(1);
        assertThatThrownBy(() -> table.part(3, 9)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void anyNumberOfLinesIsFound() {
        for (int count = 0; count < 300; count++) {
            assertThat(LineTable.of("\n".repeat(count)).size()).isEqualTo(count);
            assertThat(LineTable.of("x\n".repeat(count) + "x").size()).isEqualTo(count + 1);
        }
    }

    @Test
    void aHunkHeaderHasItsNumbers() {
        assertThat(header("@@ -1,2 +3,4 @@ f")).isEqualTo(new HunkHeader(1, 2, 3, 4));
        assertThat(header("@@ -7 +0,0 @@")).isEqualTo(new HunkHeader(7, 1, 0, 0));
        assertThat(header("@@ -1 +1,99999999999999999999 @@"))
                .isEqualTo(new HunkHeader(1, 1, 1, 1_000_000_000_000L));
        assertThat(header("+@@ -1 +1 @@")).isNull();
    }

    private static @Nullable HunkHeader header(String line) {
        return LineTable.of(line).hunkHeader(0);
    }
}
