package io.patchbay.web.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.web.Rendered;
import io.patchbay.web.patch.DiffText.TouchedFile;

import org.junit.jupiter.api.Test;

class DiffTextTest {

    private static final String TWO_FILES =
            """
            diff --git a/one.c b/one.c
            index 1234567..89abcde 100644
            --- a/one.c
            +++ b/one.c
            @@ -1,3 +1,3 @@ int main(void)
             same
            --- looks like a header
            +++ looks like one too
             same
            diff --git a/two.c b/two.c
            new file mode 100644
            --- /dev/null
            +++ b/two.c
            @@ -0,0 +1 @@
            +<new>
            -- \n\
            2.43.0
            """;

    @Test
    void filesAndHunksAndLinesAreToldApart() {
        assertThat(html(TWO_FILES))
                .isEqualTo(
                        """
                        <span class="file" id="file-1">diff --git a/one.c b/one.c
                        </span><span class="file">index 1234567..89abcde 100644
                        --- a/one.c
                        +++ b/one.c
                        </span><span class="hunk">@@ -1,3 +1,3 @@<span class="where"> int main(void)
                        </span></span> same
                        <span class="del">--- looks like a header
                        </span><span class="add">+++ looks like one too
                        </span> same
                        <span class="file" id="file-2">diff --git a/two.c b/two.c
                        </span><span class="file">new file mode 100644
                        --- /dev/null
                        +++ b/two.c
                        </span><span class="hunk">@@ -0,0 +1 @@<span class="where">
                        </span></span><span class="add">+&lt;new&gt;
                        </span>-- \n\
                        2.43.0
                        """);
    }

    @Test
    void filesAreCounted() {
        assertThat(new DiffText(TWO_FILES).changes().files())
                .containsExactly(
                        new TouchedFile(1, "one.c", 1, 1), new TouchedFile(2, "two.c", 1, 0));
    }

    @Test
    void aRemovedFileHasItsOldName() {
        var diff = "--- a/old.c\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n";

        assertThat(new DiffText(diff).changes().files())
                .containsExactly(new TouchedFile(1, "old.c", 0, 1));
    }

    @Test
    void aRenameWithoutChangesIsAFileToo() {
        var diff =
                """
                diff --git a/old.c b/new.c
                similarity index 100%
                rename from old.c
                rename to new.c
                """;

        assertThat(new DiffText(diff).changes().files())
                .containsExactly(new TouchedFile(1, "new.c", 0, 0));
    }

    @Test
    void subversionsHeaderIsOneFile() {
        var diff =
                """
                Index: trunk/a.c
                ===================================================================
                --- trunk/a.c\t(revision 1)
                +++ trunk/a.c\t(working copy)
                @@ -1 +1 @@
                -a
                +b
                """;

        assertThat(new DiffText(diff).changes().files())
                .containsExactly(new TouchedFile(1, "trunk/a.c", 1, 1));
    }

    @Test
    void aHunkWithWrongNumbersIsStillColoured() {
        assertThat(html("@@ -1,x +1 @@\n-a\n+b\n!c\n"))
                .endsWith(
                        "<span class=\"del\">-a\n</span><span class=\"add\">+b\n</span>"
                                + "<span class=\"chg\">!c\n</span>");
    }

    private static String html(String diff) {
        return Rendered.html(new DiffText(diff));
    }
}
