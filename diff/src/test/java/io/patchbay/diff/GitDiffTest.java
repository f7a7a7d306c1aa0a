package io.patchbay.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the real git says of its own diffs. The parameter is the seed. */
class GitDiffTest {

    private static final String[] NAMES = {
        "plain.c",
        "dir/plain.c",
        "two words",
        "b/b b/b",
        "tab\tin",
        "\"quoted\"",
        "ä/ö",
        "back\\slash",
        "a b/a b",
        "-- ",
        "x b/x",
        "bin"
    };

    @TempDir private Path folder;

    @BeforeAll
    static void lookForGit() {
        GitFolder.require();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void filesLinesAndHunksAreThoseOfGit(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        git("init", "-q");
        fill(random);
        git("add", "-A");
        fill(random);
        moveSome(random);
        git("add", "-A", "-N");

        compare();
        compare("--binary");
        compare("-M", "-C", "--find-copies-harder");
        compare("--no-prefix");
        compare("--src-prefix=old/", "--dst-prefix=newer/");
        compare("-U0");
        compare("--no-renames", "-U30");
    }

    private void fill(Random random) throws IOException {
        for (var name : NAMES) {
            var file = folder.resolve(name);
            switch (random.nextInt(5)) {
                case 0 -> Files.deleteIfExists(file);
                case 1 -> {
                    // stays
                }
                default -> {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, content(random, name));
                    assertThat(file.toFile().setExecutable(random.nextInt(4) == 0)).isTrue();
                }
            }
        }
    }

    private void moveSome(Random random) throws IOException {
        for (var name : NAMES) {
            var file = folder.resolve(name);
            if (Files.exists(file) && random.nextInt(3) == 0) {
                Files.move(file, folder.resolve(name.replace('/', '_') + " moved"));
            }
        }
    }

    private static String content(Random random, String name) {
        var content = new StringBuilder(name.equals("bin") ? "\0" : "");
        for (int left = random.nextInt(40); left > 0; left--) {
            content.append(
                    switch (random.nextInt(12)) {
                        case 0 -> "";
                        case 1 -> "-- a/x";
                        case 2 -> "++ b/x";
                        case 3 -> "\\ No newline at end of file";
                        case 4 -> "@@ -1 +1 @@";
                        case 5 -> "\r";
                        default -> "line " + left;
                    });
            content.append(left == 1 && random.nextBoolean() ? "" : "\n");
        }
        return content.toString();
    }

    /** With what {@code git diff --numstat -z} says: counts, name, and both names of a rename. */
    private void compare(String... options) throws IOException, InterruptedException {
        var diff = ParsedDiff.of(diff("-p", options));
        var expected = new ArrayList<String>();
        var fields = List.of(diff("--numstat", options, "-z").split("\0", -1)).iterator();
        while (fields.hasNext()) {
            var counts = fields.next();
            if (counts.isEmpty()) {
                break;
            }
            int name = counts.lastIndexOf('\t', counts.indexOf('\t', counts.indexOf('\t') + 1)) + 1;
            if (name == counts.length()) {
                expected.add(counts + fields.next() + "\t" + fields.next());
            } else {
                expected.add(counts);
            }
        }
        var found =
                diff.files().stream()
                        .map(file ->
                                (file.isBinary() ? "-\t-" : file.added() + "\t" + file.removed())
                                        + "\t"
                                        + names(file))
                        .toList();

        assertThat(found).as("%s", List.of(options)).isEqualTo(expected);
        assertThat(diff.files())
                .allSatisfy(file -> assertThat(file.hunks()).allMatch(Hunk::isComplete));
    }

    private static String names(DiffFile file) {
        return switch (file.status()) {
            case RENAMED, COPIED -> file.oldPath() + "\t" + file.newPath();
            case ADDED, DELETED, MODIFIED -> file.path();
        };
    }

    private String diff(String format, String[] options, String... more)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("diff", format));
        words.addAll(List.of(options));
        words.addAll(List.of(more));
        return git(words.toArray(String[]::new));
    }

    private String diff(String format, String[] options) throws IOException, InterruptedException {
        return diff(format, options, new String[0]);
    }

    private String git(String... words) throws IOException, InterruptedException {
        return new GitFolder(folder).git(words);
    }
}
