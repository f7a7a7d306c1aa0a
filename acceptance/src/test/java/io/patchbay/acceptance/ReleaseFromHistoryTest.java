package io.patchbay.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code ./patchbay release --at COMMIT}, on a tree that is built in a second. */
class ReleaseFromHistoryTest {

    @TempDir Path parent;

    private ScriptTree tree;

    @BeforeEach
    void plant() throws Exception {
        GitRepository.assumeInstalled();
        tree = new ScriptTree(parent);
    }

    @Test
    void aReleaseIsBuiltOnceAndTellsItsVersion() throws Exception {
        var built = tree.patchbay("release", "--at", "0.1");
        var again = tree.patchbay("release", "--at", tree.firstCommit());

        assertThat(built.place())
                .isEqualTo(parent.resolve("cache/patchbay/releases/" + tree.firstCommit()));
        assertThat(versionOf(built.place())).isEqualTo("patchbay 0.1.0\n");
        assertThat(built.errors()).contains("building commit", "release 0.1");
        assertThat(again.output()).isEqualTo(built.output());
        assertThat(again.errors()).isEmpty();
        assertThat(tree.leftNothingBehind()).isTrue();
    }

    @Test
    void anyCommitIsBuiltAsItWasCommitted() throws Exception {
        tree.write("LICENSE", "not as it was committed");
        var folder = parent.resolve("here").toString();

        var built = tree.patchbay("release", "--at", "HEAD", folder);

        assertThat(built.output()).isEqualTo(folder + "\n");
        assertThat(versionOf(built.place())).isEqualTo("patchbay 0.1.0-SNAPSHOT\n");
        assertThat(Files.readString(built.place().resolve("LICENSE"))).isEqualTo("as you like\n");
        assertThat(built.place().resolve("program/patchbay.aot")).isRegularFile();
    }

    private static String versionOf(Path release) throws Exception {
        return ScriptRun.in(release, Map.of(), "./patchbay", "--version").output();
    }

    @Test
    void whatWasInterruptedIsDoneAgain() throws Exception {
        var folder = Files.createDirectory(parent.resolve("here"));
        Files.createFile(folder.resolve(".lock"));
        Files.writeString(folder.resolve("patchbay"), "half of it");

        var built = tree.patchbay("release", "--at", "0.1", folder.toString());

        assertThat(versionOf(built.place())).isEqualTo("patchbay 0.1.0\n");
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws Exception {
        var folder = Files.createDirectory(parent.resolve("here"));
        Files.writeString(folder.resolve("precious"), "");

        var run = tree.patchbay("release", "--at", "0.1", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("holds other files");
        assertThat(folder.resolve("precious")).exists();
    }

    @Test
    void aFolderInsideTheTreeIsRefused() throws Exception {
        var run = tree.patchbay("release", "--at", "0.1", "target/old");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("lies outside the source folder");
    }

    @Test
    void aCommitThatIsNotHereIsSkippedLoudly() throws Exception {
        var run = tree.patchbay("release", "--at", "0123456789abcdef0123456789abcdef01234567");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("*** SKIPPED: ", "is not in this clone; 'git fetch' it");
    }

    @Test
    void aReleaseBeyondAShallowCloneIsSkippedLoudly() throws Exception {
        tree.git("clone", "--quiet", "--depth=1", "file://" + tree.folder(), parent + "/shallow");

        var run = tree.patchbayIn(parent.resolve("shallow"), "release", "--at", "0.1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .contains("*** SKIPPED: ", "of release 0.1", "git fetch --unshallow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9", "nowhere"})
    void whatIsNeitherCommitNorReleaseIsRefused(String wanted) throws Exception {
        var run = tree.patchbay("release", "--at", wanted);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("neither a commit nor a release; releases are 0.1");
    }
}
