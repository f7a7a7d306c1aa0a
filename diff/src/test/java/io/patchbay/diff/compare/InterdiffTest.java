package io.patchbay.diff.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.diff.GitFolder;
import io.patchbay.diff.ParsedDiff;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What has to be done where one patch is applied to have the other. */
class InterdiffTest {

    @TempDir private Path folder;

    @BeforeAll
    static void lookForGit() {
        GitFolder.require();
    }

    @Test
    void linesThatOnlyOnePatchShowsAreAsTheyWere() {
        var older =
                ParsedDiff.of(
                        """
                        --- a/tide.c
                        +++ b/tide.c
                        @@ -1,3 +1,4 @@
                         one
                        +high
                         two
                         three
                        """);
        var newer =
                ParsedDiff.of(
                        """
                        --- a/tide.c
                        +++ b/tide.c
                        @@ -2,4 +2,4 @@
                         two
                         three
                        -four
                        +low
                         five
                        """);

        assertThat(Interdiff.of(older, newer))
                .isEqualTo(
                        """
                        diff --git a/tide.c b/tide.c
                        --- a/tide.c
                        +++ b/tide.c
                        @@ -1,6 +1,5 @@
                         one
                        -high
                         two
                         three
                        -four
                        +low
                         five
                        """);
    }

    @Test
    void whatWasNewAndIsNoMoreIsRemoved() {
        var older =
                ParsedDiff.of(
                        """
                        diff --git a/new.c b/new.c
                        new file mode 100644
                        --- /dev/null
                        +++ b/new.c
                        @@ -0,0 +1,2 @@
                        +one
                        +two
                        """);

        assertThat(Interdiff.of(older, ParsedDiff.of("")))
                .isEqualTo(
                        """
                        diff --git a/new.c b/new.c
                        --- a/new.c
                        +++ /dev/null
                        @@ -1,2 +0,0 @@
                        -one
                        -two
                        """);
    }

    @Test
    void thereIsNoneBetweenAPatchAndItselfForAnotherTree() {
        var hunk = " one\n-two\n+2\n three\n";
        var older = ParsedDiff.of("--- a/x\n+++ b/x\n@@ -10,3 +10,3 @@\n" + hunk);
        var newer = ParsedDiff.of("--- a/x\n+++ b/x\n@@ -400,3 +410,3 @@ int x\n" + hunk);

        assertThat(Interdiff.of(older, newer)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gitMakesTheOneTreeOfTheOther(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        var git = new GitFolder(folder);
        var base = IntStream.range(0, 20 + random.nextInt(80)).mapToObj(line -> "line " + line);
        var lines = base.toList();
        var before = edited(lines, random);
        var after = random.nextInt(3) == 0 ? edited(lines, random) : edited(before, random);

        var interdiff = Interdiff.of(diff(git, lines, before), diff(git, lines, after));

        Files.write(folder.resolve("x"), before);
        if (!interdiff.isEmpty()) {
            Files.writeString(folder.resolve("patch"), interdiff);
            git.git("apply", "patch");
        }
        assertThat(Files.readAllLines(folder.resolve("x"))).isEqualTo(after);
    }

    private static List<String> edited(List<String> lines, Random random) {
        var after = new ArrayList<String>();
        for (var line : lines) {
            switch (random.nextInt(24)) {
                case 0 -> {
                    // is gone
                }
                case 1 -> after.add("other " + random.nextInt(100));
                case 2 -> after.addAll(List.of(line, "more " + random.nextInt(100)));
                default -> after.add(line);
            }
        }
        return after;
    }

    private ParsedDiff diff(GitFolder git, List<String> before, List<String> after)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        Files.write(folder.resolve("a/x"), before);
        Files.write(folder.resolve("b/x"), after);
        return ParsedDiff.of(git.diff("--no-prefix", "a/x", "b/x"));
    }
}
