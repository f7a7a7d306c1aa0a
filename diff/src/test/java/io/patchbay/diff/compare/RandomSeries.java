package io.patchbay.diff.compare;

import io.patchbay.diff.GitFolder;
import io.patchbay.diff.ParsedDiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Two versions of a series in a repository: branches {@code one} and {@code two} of {@code base}.
 */
final class RandomSeries {

    private static final String[] NAMES = {"tide.c", "harbor/pilot.c", "README", "two words.h"};

    private final Path folder;
    private final GitFolder git;
    private final Random random;
    private final List<Step> older = new ArrayList<>();
    private final List<Step> newer = new ArrayList<>();

    RandomSeries(Path folder, long seed) {
        this.folder = folder;
        this.git = new GitFolder(folder);
        this.random = new Random(seed);
    }

    /** A commit: the functions that it writes, by file and place, and what it does to files. */
    private record Step(String message, Map<Place, List<String>> functions, String deed) {}

    private record Place(String file, int function) {}

    RandomSeries write() throws IOException, InterruptedException {
        git.git("init", "-q");
        var base = new LinkedHashMap<Place, List<String>>();
        for (var name : NAMES) {
            for (int function = 0; function < 12; function++) {
                base.put(new Place(name, function), function(function, 0));
            }
        }
        plan();
        commit(new Step("base", base, ""), new LinkedHashMap<>());
        git.git("branch", "base");
        branch("one", older, base);
        branch("two", newer, base);
        return this;
    }

    private void plan() {
        int size = 2 + random.nextInt(7);
        for (int number = 1; number <= size; number++) {
            older.add(step(number));
        }
        for (var step : older) {
            switch (random.nextInt(6)) {
                case 0 -> {
                    // is dropped
                }
                case 1 ->
                        newer.add(
                                new Step(
                                        step.message + "\n\nReviewed-by: B <b@example.com>",
                                        step.functions,
                                        step.deed));
                case 2, 3 -> newer.add(changed(step));
                default -> newer.add(step);
            }
        }
        if (random.nextBoolean()) {
            newer.add(random.nextInt(newer.size() + 1), step(size + 1));
        }
        if (newer.size() > 2 && random.nextInt(3) == 0) {
            newer.add(newer.removeFirst());
        }
    }

    private Step step(int number) {
        var functions = new LinkedHashMap<Place, List<String>>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            var place = new Place(NAMES[random.nextInt(NAMES.length)], random.nextInt(12));
            functions.put(place, function(place.function, 1 + random.nextInt(9)));
        }
        var message = "Step %d of the work%n%n\tA reason, with\ttabs.".formatted(number);
        var deed =
                switch (random.nextInt(8)) {
                    case 0 -> "new " + number;
                    case 1 -> "binary " + number;
                    case 2 -> "mode " + number;
                    case 3 -> "move " + number;
                    default -> "";
                };
        return new Step(message, functions, deed);
    }

    private Step changed(Step step) {
        var functions = new LinkedHashMap<>(step.functions);
        functions.replaceAll((place, lines) -> {
            var after = new ArrayList<>(lines);
            after.set(random.nextInt(after.size()), "\tother(" + random.nextInt(100) + ");");
            return after;
        });
        return new Step(step.message.replace("work", "task"), functions, step.deed);
    }

    private List<String> function(int number, int kind) {
        var lines = new ArrayList<String>();
        lines.add(
                "int function_with_a_name_that_is_rather_long_%d(struct harbor *first_argument, int second)"
                        .formatted(number));
        lines.add("{");
        for (int line = 0; line < 4 + kind; line++) {
            lines.add("\tcall_%d(%d);".formatted(line % (kind + 1), line * kind));
            if (kind > 0 && random.nextInt(3) == 0) {
                lines.add(random.nextBoolean() ? "" : "\tif (x) {\n\t\treturn;\n\t}");
            }
        }
        lines.add("}");
        lines.add("");
        return lines;
    }

    private void branch(String name, List<Step> steps, Map<Place, List<String>> base)
            throws IOException, InterruptedException {
        git.git("checkout", "-q", "-b", name, "base");
        var state = new LinkedHashMap<>(base);
        for (var step : steps) {
            commit(step, state);
        }
    }

    private void commit(Step step, Map<Place, List<String>> state)
            throws IOException, InterruptedException {
        state.putAll(step.functions);
        for (var name : NAMES) {
            var text = new StringBuilder();
            state.forEach((place, lines) -> {
                if (place.file.equals(name)) {
                    text.append(String.join("\n", lines)).append('\n');
                }
            });
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        perform(step.deed);
        git.git("add", "-A");
        git.git("commit", "-q", "--allow-empty", "-m", step.message);
    }

    private void perform(String deed) throws IOException {
        var words = deed.split(" ");
        var extra = folder.resolve("extra" + (words.length > 1 ? words[1] : ""));
        switch (words[0]) {
            case "new" -> Files.writeString(extra, "one\ntwo\nno line feed");
            case "binary" -> Files.writeString(extra, "\0" + deed);
            case "mode" -> folder.resolve(NAMES[0]).toFile().setExecutable(true);
            case "move" -> {
                Files.writeString(extra, "moved\n");
                var readme = folder.resolve("moved");
                Files.writeString(readme, "x\n".repeat(9));
            }
            default -> {
                // only functions
            }
        }
    }

    GitFolder git() {
        return git;
    }

    /** What git says of the commits of a branch. */
    List<SeriesPatch> patches(String branch) throws IOException, InterruptedException {
        var patches = new ArrayList<SeriesPatch>();
        for (var commit : commits(branch)) {
            var shown = git.git("show", "--format=%an <%ae>%n%B%x00", commit).split("\0", 2);
            var parts = shown[0].split("\n", 2);
            var diff = ParsedDiff.of(shown[1].stripLeading());
            patches.add(SeriesPatch.of(parts[0], parts[1].strip(), diff));
        }
        return patches;
    }

    List<String> commits(String branch) throws IOException, InterruptedException {
        return git.git("rev-list", "--reverse", "--abbrev-commit", "--abbrev=9", "base.." + branch)
                .lines()
                .toList();
    }
}
