package io.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A public-inbox folder of format v2, written by {@code git}, one commit a mail. Its repositories
 * can be served by {@link GitHttp}.
 */
public final class GitInbox {

    private final Path folder;

    public GitInbox(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    public Path epoch(int number) {
        return folder.resolve("git").resolve(number + ".git");
    }

    /** Returns the commit. */
    public String add(int epoch, String mail) {
        return commit(epoch, "m", mail);
    }

    /** Many at once, behind those that are there. */
    public void addAll(int epoch, List<String> mails) {
        add(epoch, mails.getFirst());
        var stream = new StringBuilder();
        for (int at = 1; at < mails.size(); at++) {
            var bytes = mails.get(at).getBytes(StandardCharsets.UTF_8).length;
            stream.append("commit refs/heads/master\n")
                    .append("committer Ann <ann@example.org> 1700000000 +0000\n")
                    .append("data 6\na mail\n")
                    .append(at == 1 ? "from refs/heads/master^0\n" : "")
                    .append("M 100644 inline m\ndata ")
                    .append(bytes)
                    .append('\n')
                    .append(mails.get(at))
                    .append('\n');
        }
        in(epoch, stream.toString(), "fast-import", "--quiet");
    }

    /** With a file of this name and nothing else in it. */
    public String commit(int epoch, String file, String content) {
        if (!Files.exists(epoch(epoch))) {
            git(List.of("init", "-q", "--bare", "-b", "master", epoch(epoch).toString()), "");
        }
        var blob = in(epoch, content, "hash-object", "-w", "--stdin");
        var tree = in(epoch, "100644 blob %s\t%s\n".formatted(blob, file), "mktree");
        var head = in(epoch, "", "rev-parse", "-q", "--verify", "HEAD");
        var commit =
                head.isEmpty()
                        ? in(epoch, "", "commit-tree", "-m", "a mail", tree)
                        : in(epoch, "", "commit-tree", "-m", "a mail", "-p", head, tree);
        in(epoch, "", "update-ref", "HEAD", commit);
        in(epoch, "", "update-server-info");
        return commit;
    }

    /** Makes a commit the newest one, as a history that is rewritten from there. */
    public void rewind(int epoch, String commit) {
        in(epoch, "", "update-ref", "HEAD", commit);
    }

    private String in(int epoch, String input, String... arguments) {
        var all = new ArrayList<>(List.of("--git-dir", epoch(epoch).toString()));
        Collections.addAll(all, arguments);
        return git(all, input);
    }

    /** Returns what it says; empty if it fails, which only asking for a commit may. */
    private static String git(List<String> arguments, String input) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "GIT_CONFIG_GLOBAL", "/dev/null",
                                "GIT_AUTHOR_NAME", "Ann",
                                "GIT_AUTHOR_EMAIL", "ann@example.org",
                                "GIT_COMMITTER_NAME", "Ann",
                                "GIT_COMMITTER_EMAIL", "ann@example.org"));
        try {
            var process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 && !arguments.contains("rev-parse")) {
                throw new IllegalStateException(command + ": " + said);
            }
            return process.exitValue() == 0 ? said.strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
