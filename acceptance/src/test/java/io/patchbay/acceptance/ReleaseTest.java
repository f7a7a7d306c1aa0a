package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;

/** {@code ./patchbay release VERSION}, on a tree that is built in a second. */
class ReleaseTest {

    @TempDir Path parent;

    private ScriptTree tree;

    @BeforeEach
    void plant() throws Exception {
        GitRepository.assumeInstalled();
        tree = new ScriptTree(parent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v0.2   | MAJOR.MINOR",
                "0.2.0  | MAJOR.MINOR",
                "0.02   | MAJOR.MINOR",
                "1      | MAJOR.MINOR",
                "0.1    | released already, as commit",
                "0.0.9  | the newest release here is 0.1",
                "--fast | takes a version, or --at"
            })
    void aVersionThatCannotBeIsRefused(String version, String reason) throws Exception {
        var run = tree.patchbay("release", version);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains(reason);
    }

    @Test
    void aTreeWithChangesIsRefused() throws Exception {
        tree.write("docs/idea.md", "not committed");

        var run = tree.patchbay("release", "0.2");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("commit or stash them", "docs/idea.md");
    }

    @Test
    void aReleaseThatNothingIsToldOfIsRefused() throws Exception {
        tree.git("rm", "--quiet", "docs/release-notes/apples.md", "docs/release-notes/zebra.md");
        tree.commit("Nothing to tell");

        var run = tree.patchbay("release", "0.2");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("docs/release-notes/ holds no fragments");
    }

    @Test
    void aReleaseOutsideOfABranchIsRefused() throws Exception {
        tree.git("switch", "--quiet", "--detach");

        var run = tree.patchbay("release", "0.2");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("none is checked out");
    }

    @Test
    void aBuildThatFailsLeavesAllAsItWas() throws Exception {
        tree.write("broken", "");
        var before = tree.commit("Something goes wrong");

        var run = tree.patchbay("release", "0.2");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("broken on purpose", "the commit could not be built");
        assertThat(tree.head()).isEqualTo(before);
        assertThat(tree.git("status", "--porcelain")).isEmpty();
        assertThat(tree.git("tag")).isEmpty();
        assertThat(tree.leftNothingBehind()).isTrue();
    }

    @Test
    void aReleaseIsTwoCommitsAndAFolderToPublish() throws Exception {
        var before = tree.head();

        var folder = tree.patchbay("release", "0.2").place();

        assertThat(tree.git("log", "--format=%s", before + "..").lines())
                .containsExactly(
                        "0.2 is commit %s; next is 0.3.0"
                                .formatted(tree.git("rev-parse", "HEAD~").substring(0, 12)),
                        "Release 0.2");
        assertThat(tree.git("status", "--porcelain")).isEmpty();
        assertThat(tree.leftNothingBehind()).isTrue();
        theReleaseTellsWhatIsNew();
        theCommitBehindItKnowsIt();
        theFolderHoldsWhatIsPublished(folder);
        whatIsPublishedRuns(folder);
    }

    private void theReleaseTellsWhatIsNew() throws Exception {
        assertThat(tree.git("diff", "--name-only", "HEAD~2", "HEAD~").lines())
                .containsExactly(
                        "CHANGES.md",
                        "docs/release-notes/apples.md",
                        "docs/release-notes/zebra.md");
        assertThat(Files.readString(tree.file("CHANGES.md")).replaceAll("\\d{4}-..-..", "DAY"))
                .isEqualTo(
                        """
                        # Changes

                        The newest first.

                        ## 0.2 (DAY)

                        * Apples are
                          counted.
                        * Stripes are shown.

                          On all pages.

                        ## 0.1 (DAY)

                        * All.
                        """);
        assertThat(tree.file("docs/release-notes/README.md")).exists();
        assertThat(tree.file("docs/release-notes/zebra.md")).doesNotExist();
    }

    private void theCommitBehindItKnowsIt() throws Exception {
        var release = tree.git("rev-parse", "HEAD~").strip();
        assertThat(Files.readString(tree.file("bench/releases.txt")))
                .startsWith("# VERSION COMMIT DATE\n0.1 " + tree.firstCommit() + " 2026-11-22\n")
                .contains("\n0.2 " + release + " ");
        assertThat(tree.git("rev-parse", "v0.2^{commit}").strip()).isEqualTo(release);
        assertThat(Files.readString(tree.file("pom.xml"))).contains(">0.3.0-SNAPSHOT<");
        assertThat(Files.readString(tree.file("qmp/pom.xml"))).contains(">0.3.0-SNAPSHOT<");
    }

    private static void theFolderHoldsWhatIsPublished(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "SHA256SUMS",
                            "patchbay-0.2.0.tar.gz",
                            "patchbay-diff-0.2.0-javadoc.jar",
                            "patchbay-diff-0.2.0-sources.jar",
                            "patchbay-diff-0.2.0.jar",
                            "patchbay-qmp-0.2.0-javadoc.jar",
                            "patchbay-qmp-0.2.0-sources.jar",
                            "patchbay-qmp-0.2.0.jar");
        }
        assertThat(entries(folder.resolve("patchbay-qmp-0.2.0-sources.jar")))
                .contains("io/example/Greeting.java");
        assertThat(entries(folder.resolve("patchbay-qmp-0.2.0-javadoc.jar")))
                .contains("index.html", "io/example/Greeting.html");
    }

    private static Iterable<String> entries(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(Object::toString).toList();
        }
    }

    private void whatIsPublishedRuns(Path folder) throws Exception {
        var archive = folder.resolve("patchbay-0.2.0.tar.gz").toString();
        ScriptRun.in(parent, Map.of(), "tar", "-xzf", archive);
        var unpacked = parent.resolve("patchbay-0.2.0");

        var run = ScriptRun.in(unpacked, Map.of(), "./patchbay", "--version");

        assertThat(run).isEqualTo(new ScriptRun(0, "patchbay 0.2.0\n", ""));
        assertThat(unpacked.resolve("CHANGES.md")).isRegularFile();
        assertThat(unpacked.resolve("LICENSE")).isRegularFile();
        assertThat(unpacked.resolve("docs/release-notes")).doesNotExist();
    }
}
