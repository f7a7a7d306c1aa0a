package io.patchbay.diff;

import io.patchbay.diff.HunkLine.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a diff and what should be found in it; the same seed writes the same. */
final class DiffGenerator {

    private static final String[] CONTENTS = {
        "",
        "int low;",
        "-- a/x",
        "++ b/x",
        "@@ -1 +1 @@",
        "diff --git a/x b/x",
        "\ttab",
        " ",
        "ä€",
        "\\ No newline at end of file",
        "Index: x",
        "GIT binary patch"
    };

    private static final String[] WORDS = {
        "", "Said in between.", " tide.c | 3 ++-", "---", "-- ", "2.39.5", "> +quoted", "\ttab"
    };

    private final Random random;
    private final String feed;
    private final StringBuilder text = new StringBuilder();
    private final List<String> expected = new ArrayList<>();

    DiffGenerator(long seed) {
        random = new Random(seed);
        feed = random.nextInt(4) == 0 ? "\r\n" : "\n";
        words();
        for (int left = random.nextInt(5); left > 0; left--) {
            file();
            // An empty line parts a header from what follows, however much git would put there.
            line("");
            words();
        }
        if (!text.isEmpty() && random.nextInt(4) == 0) {
            text.setLength(text.length() - feed.length());
        }
    }

    String text() {
        return text.toString();
    }

    /** Like {@link Described#all}. */
    List<String> expected() {
        return expected;
    }

    private void words() {
        for (int left = random.nextInt(4); left > 0; left--) {
            line(oneOf(WORDS));
        }
    }

    private void file() {
        var path = "dir%d/%s".formatted(random.nextInt(3), oneOf("x.c", "two words", "b/b", "-"));
        switch (random.nextInt(6)) {
            case 0 -> {
                firstLine(path);
                line("similarity index 100%");
                line("rename from " + path);
                line("rename to new " + path);
                expect("RENAMED %s > new %s", path, path);
            }
            case 1 -> {
                firstLine(path);
                line("old mode 100644");
                line("new mode 100755");
                expect("MODIFIED %s > %s", path, path);
            }
            case 2 -> {
                firstLine(path);
                line("new file mode 100644");
                line("index 0..1");
                line("--- /dev/null");
                line("+++ b/" + path + "\t");
                expect("ADDED null > %s", path);
                hunk(0, 0);
            }
            case 3 -> {
                line("Index: " + path);
                line("=".repeat(67));
                line("--- " + path + "\t(revision 1)");
                line("+++ " + path + "\t(working copy)");
                expect("MODIFIED %s > %s", path, path);
                hunks();
            }
            case 4 -> {
                line("--- old/" + path + "\t2020-01-02 03:04:05.678 +0100");
                line("+++ new/" + path + "\t2020-01-02 03:04:05.678 +0100");
                expect("MODIFIED %s > %s", path, path);
                hunks();
            }
            default -> {
                firstLine(path);
                line("index 1..2 100644");
                line("--- a/" + path + "\t");
                line("+++ b/" + path + "\t");
                expect("MODIFIED %s > %s", path, path);
                hunks();
            }
        }
    }

    private void firstLine(String path) {
        line("diff --git a/%s b/%s".formatted(path, path));
    }

    private void hunks() {
        int at = 1;
        for (int left = random.nextInt(1, 4); left > 0; left--) {
            at += random.nextInt(50);
            hunk(at, random.nextInt(1, 9));
        }
    }

    /** Without any old lines, all are added. */
    private void hunk(int start, int oldLines) {
        var lines = new ArrayList<String>();
        var found = new ArrayList<String>();
        int oldNumber = start;
        int newNumber = start == 0 ? 1 : start;
        int newStart = newNumber;
        int left = oldLines;
        int more = random.nextInt(start == 0 ? 1 : 0, 6);
        while (left > 0 || more > 0) {
            var content = oneOf(CONTENTS);
            boolean adds = left == 0 || more > 0 && random.nextBoolean();
            if (adds) {
                more--;
                lines.add("+" + content);
                found.add(described(Role.ADDED, -1, newNumber++, content));
            } else if (random.nextBoolean()) {
                left--;
                lines.add("-" + content);
                found.add(described(Role.REMOVED, oldNumber++, -1, content));
            } else {
                left--;
                boolean strip = content.isEmpty() && random.nextBoolean() && feed.equals("\n");
                lines.add(strip ? "" : " " + content);
                found.add(described(Role.CONTEXT, oldNumber++, newNumber++, content));
            }
            if (random.nextInt(9) == 0) {
                lines.add("\\ No newline at end of file");
                found.add(described(Role.REMARK, -1, -1, " No newline at end of file"));
            }
        }
        int oldCount = oldNumber - start;
        int newCount = newNumber - newStart;
        var section = oneOf("", "int tide(void)", "@@", "a\tb");
        line(
                "@@ -%s +%s @@%s"
                        .formatted(
                                range(start, oldCount),
                                range(newStart, newCount),
                                section.isEmpty() ? "" : " " + section));
        lines.forEach(this::line);
        expected.add(Described.hunk(start, oldCount, newStart, newCount, section));
        expected.addAll(found);
    }

    private String described(Role role, long oldNumber, long newNumber, String content) {
        return Described.line(role, oldNumber, newNumber, content + feed.replace("\n", ""));
    }

    private String range(int start, int count) {
        return count == 1 && random.nextBoolean() ? "" + start : start + "," + count;
    }

    private void line(String line) {
        text.append(line).append(feed);
    }

    private void expect(String format, Object... values) {
        expected.add(format.formatted(values));
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
