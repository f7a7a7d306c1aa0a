package io.patchbay.mail;

import static io.patchbay.mail.MarkedBody.expect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the diff of a file begins, also where Patchwork sees none or sees one too many. */
class FilesOfDiffsTest {

    @Test
    void filesAfterABinaryPatchAreTakenWhole() {
        expect(
                """
                D diff --git a/one.png b/one.png
                D index 0000000..1111111
                D GIT binary patch
                D literal 3
                D diffxxxKcm
                D
                D diff --git a/two.png b/two.png
                D new file mode 100644
                D index 0000000..1111111
                D GIT binary patch
                D literal 3
                D Kcmxxx
                D
                D diff --git a/three b/four
                D similarity index 100%
                D rename from three
                D rename to four
                D diff --git a/five b/five
                D new file mode 100644
                D index 0000000..2222222
                D --- /dev/null
                D +++ b/five
                D @@ -0,0 +1 @@
                D +b
                T --\s
                T 2.43.0
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff as before, with the depth right.",
                "Index: 7 out of range",
                "diff as before:\nT index of berths\nT new mode of mooring",
                "Index: 7\nT diff of it\nT @ the quay",
            })
    void proseThatBeginsLikeADiffIsText(String prose) {
        expect(
                """
                T This is the same
                T %s
                T
                T More words.
                T ---
                T  one | 2 +-
                T
                D diff --git a/one b/one
                D index 1111111..2222222 100644
                D --- a/one
                D +++ b/one
                D @@ -1 +1 @@
                D -a
                D +b
                T --\s
                T 2.43.0
                """
                        .formatted(prose));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff -r 111111111111 one",
                "Index: one",
                "Index: one\nD ====================",
                "diff -u -r1.1 one\nD index 1111111..2222222",
                "Index: one\nD RCS file: /cvs/one,v\nD retrieving revision 1.1\nD diff -u -r1.1 one",
            })
    void aCommandOfAnyProgramBeginsADiff(String command) {
        expect(
                "T said\nD %s\nD --- one\nD +++ one\nD @@ -1 +1 @@\nD -a\nD +b\n"
                        .formatted(command));
    }

    @Test
    void aBinaryFileThatIsNotShownIsADiff() {
        expect(
                """
                T said
                D diff --git a/one.png b/one.png
                D index 1111111..2222222 100644
                D Binary files a/one.png and b/one.png differ
                T --\s
                T 2.43.0
                """);
        expect(
                """
                D --- a/one
                D +++ b/one
                D @@ -1 +1 @@
                D -a
                D +b
                D diff --git a/two.png b/two.png
                D new file mode 100644
                D index 0000000..2222222
                D Binary files /dev/null and b/two.png differ
                T --\s
                T 2.43.0
                """);
        expect("T Binary files a and b differ\n");
    }

    @Test
    void theDiffOfAMergeIsTakenWhole() {
        expect(
                """
                T said
                D diff --cc one
                D index 1111111,2222222..3333333
                D --- a/one
                D +++ b/one
                D @@@ -1,2 -1,2 +1,2 @@@
                D   a
                D - b
                D  -d
                D ++c
                D @@@ -9,1 -9,1 +9,2 @@@ f
                D   a
                D ++c
                D diff --combined two
                D index 1111111,2222222..3333333
                D --- a/two
                D +++ b/two
                D @@@@ -1,1 -1,1 -1,1 +1,2 @@@@
                D    a
                D +++c
                D \\ No newline at end of file
                T --\s
                T 2.43.0
                """);
    }
}
