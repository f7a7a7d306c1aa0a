package io.patchbay.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A source folder with our scripts, in a git repository of its own, whose program is built in a
 * second: it tells its version and nothing else. Its first commit is released as 0.1.
 */
final class ScriptTree {

    private static final Path SOURCES = Path.of("..");

    private final Path parent;
    private final Path folder;
    private final GitRepository repository;
    private final String first;

    ScriptTree(Path parent) throws IOException, InterruptedException {
        this.parent = parent;
        folder = parent.resolve("tree");
        repository = new GitRepository(folder);
        git("config", "user.name", "Ann");
        git("config", "user.email", "ann@example.org");
        copy("patchbay");
        copy("build/launcher");
        for (var part : new String[] {"running", "release", "packing", "new"}) {
            copy("build/" + part + ".bash");
        }
        write(".gitignore", "target/\n");
        write("LICENSE", "as you like\n");
        write("pom.xml", "<project>\n  <version>0.1.0-SNAPSHOT</version>\n</project>\n");
        write(
                "qmp/pom.xml",
                "<project>\n  <parent>\n    <version>0.1.0-SNAPSHOT</version>\n  </parent>\n</project>\n");
        write(
                "qmp/src/main/java/io/example/Greeting.java",
                "package io.example;\n\n/** Says hello. */\npublic interface Greeting {}\n");
        write("cli/src/main/perl/hand-over", "exit 0;\n");
        write(".mvn/maven.config", "");
        write("docs/release-notes/README.md", "Fragments.\n");
        copy(Path.of("src/test/resources/release/mvn"), parent.resolve("bin/mvn"));
        first = commit("The beginning");
        write("diff/pom.xml", Files.readString(folder.resolve("qmp/pom.xml")));
        write(
                "diff/src/main/java/io/example/Rain.java",
                "package io.example;\n\n/** Falls. */\npublic class Rain {}\n");
        write("bench/releases.txt", "# VERSION COMMIT DATE\n0.1 " + first + " 2026-11-22\n");
        write("CHANGES.md", "# Changes\n\nThe newest first.\n\n## 0.1 (2026-11-22)\n\n* All.\n");
        write("docs/release-notes/zebra.md", "Stripes are shown.\n\nOn all pages.\n");
        write("docs/release-notes/apples.md", "Apples are\ncounted.\n");
        commit("Apples and zebras");
    }

    private void copy(String name) throws IOException {
        copy(SOURCES.resolve(name), folder.resolve(name));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        // Resources lose it.
        to.toFile().setExecutable(true);
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String firstCommit() {
        return first;
    }

    void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    String commit(String message) throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--message", message);
        return head();
    }

    String head() throws IOException, InterruptedException {
        return git("rev-parse", "HEAD").strip();
    }

    String git(String... arguments) throws IOException, InterruptedException {
        return repository.git(arguments);
    }

    ScriptRun patchbay(String... words) throws IOException, InterruptedException {
        return patchbayIn(folder, words);
    }

    /** The script of another folder, such as a clone of this one. */
    ScriptRun patchbayIn(Path clone, String... words) throws IOException, InterruptedException {
        var command = new String[words.length + 1];
        command[0] = "./patchbay";
        System.arraycopy(words, 0, command, 1, words.length);
        var path = parent.resolve("bin") + ":" + System.getenv("PATH");
        return ScriptRun.in(
                clone,
                Map.of(
                        "PATH",
                        path,
                        "XDG_CACHE_HOME",
                        parent.resolve("cache").toString(),
                        "TMPDIR",
                        Files.createDirectories(parent.resolve("tmp")).toString(),
                        "GIT_CONFIG_GLOBAL",
                        "/dev/null",
                        "GIT_CONFIG_SYSTEM",
                        "/dev/null"),
                command);
    }

    /** What is left of what the scripts made for themselves. */
    boolean leftNothingBehind() throws IOException {
        try (var left = Files.list(parent.resolve("tmp"))) {
            return left.findAny().isEmpty();
        }
    }
}
