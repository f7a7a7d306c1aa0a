package io.patchbay.acceptance.fidelity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.acceptance.GitRepository;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The repository that authors and a maintainer share. What was meant is made of blobs, trees and
 * commits, and of no mail; what came of a mail is told in the same words.
 */
final class SenderRepository {

    private final GitRepository repository;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, Told> meant = new HashMap<>();
    private final Map<String, byte[]> diffs = new HashMap<>();

    /** A commit as it is told. */
    record Told(String tree, String author, String message) {}

    SenderRepository(Path folder, List<SentSeries> all) throws IOException, InterruptedException {
        repository = new GitRepository(folder);
        var history = new History();
        var base = new Commit(Commit.AUTHOR, Commit.EMAIL, "Base\n", BaseTree.files());
        history.add("refs/heads/base", "", base, base.message());
        for (var series : all) {
            var parent = "refs/heads/base";
            for (int number = 1; number <= series.commits().size(); number++) {
                var commit = series.commits().get(number - 1);
                var name = name(series, number);
                history.add(name, parent, commit, series.meantMessage(number));
                parent = name;
            }
        }
        repository.git(history.stream(), "fast-import", "--quiet");
        repository.git("checkout", "--quiet", "--detach", "base");
        readRefs();
        readDiffs();
    }

    private static String name(SentSeries series, int number) {
        return "refs/heads/%s/%d".formatted(series.name(), number);
    }

    private void readRefs() throws IOException, InterruptedException {
        var format =
                "%(refname)%00%(objectname)%00%(tree)%00%(authorname) %(authoremail)%00%(contents)%01";
        for (var entry : repository.git("for-each-ref", "--format=" + format).split("\u0001\n")) {
            var cells = entry.split("\0", -1);
            ids.put(cells[0], cells[1]);
            meant.put(cells[0], new Told(cells[2], cells[3], cells[4].strip()));
        }
    }

    private void readDiffs() throws IOException, InterruptedException {
        var commits = String.join("\n", ids.values()) + "\n";
        var all =
                new String(
                        repository.git(
                                commits.getBytes(UTF_8),
                                "diff-tree",
                                "--stdin",
                                "-p",
                                "--binary",
                                "--stat",
                                "--summary"),
                        ISO_8859_1);
        // The id of each stands above its diff, and the base has none.
        var parts = all.split("(?m)^(?=[0-9a-f]{40}$)");
        var byId = new HashMap<String, byte[]>();
        for (var part : parts) {
            int line = part.indexOf('\n');
            byId.put(
                    part.substring(0, Math.max(line, 0)),
                    part.substring(line + 1).getBytes(ISO_8859_1));
        }
        ids.forEach((name, id) -> diffs.put(name, byId.getOrDefault(id, new byte[0])));
    }

    /** As git writes it. */
    byte[] diff(SentSeries series, int number) {
        return diffs.get(name(series, number));
    }

    List<Told> meant(SentSeries series) {
        var told = new ArrayList<Told>();
        for (int number = 1; number <= series.commits().size(); number++) {
            told.add(meant.get(name(series, number)));
        }
        return told;
    }

    /**
     * What a maintainer gets of mboxes or mails, a file each; what git complains of is told in
     * place of a tree.
     */
    List<Told> applied(List<byte[]> files) throws IOException, InterruptedException {
        try {
            for (var file : files) {
                repository.am(file);
            }
            return told();
        } catch (IOException refused) {
            repository.git("am", "--quit");
            return List.of(new Told(String.valueOf(refused.getMessage()), "", ""));
        } finally {
            repository.git("reset", "--hard", "--quiet", "base");
        }
    }

    /** What git reads as the message of a mail. */
    String messageOf(byte[] mail) throws IOException, InterruptedException {
        repository.git(mail, "mailinfo", ".git/message", ".git/patch");
        var blob = repository.git("hash-object", "-w", ".git/message").strip();
        return repository.git("cat-file", "blob", blob);
    }

    private List<Told> told() throws IOException, InterruptedException {
        var log =
                repository.git(
                        "log", "--reverse", "--format=%T%x00%an <%ae>%x00%B%x01", "base..HEAD");
        var told = new ArrayList<Told>();
        for (var entry : log.split("\u0001\n?")) {
            if (!entry.isBlank()) {
                var cells = entry.split("\0", -1);
                told.add(new Told(cells[0], cells[1], cells[2].strip()));
            }
        }
        return told;
    }

    /** Commits in the form that {@code git fast-import} reads. */
    private static final class History {

        private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

        void add(String name, String parent, Commit commit, String message) {
            var person = "%s <%s> 1790848800 +0000".formatted(commit.author(), commit.email());
            line("commit " + name);
            line("author " + person);
            line("committer " + person);
            data(message.getBytes(UTF_8));
            if (!parent.isEmpty()) {
                line("from " + parent);
            }
            commit.files()
                    .forEach((path, content) -> {
                        line("M 100644 inline " + path);
                        data(content);
                    });
            line("");
        }

        private void data(byte[] content) {
            line("data " + content.length);
            stream.writeBytes(content);
            line("");
        }

        private void line(String text) {
            stream.writeBytes((text + "\n").getBytes(UTF_8));
        }

        byte[] stream() {
            return stream.toByteArray();
        }
    }
}
