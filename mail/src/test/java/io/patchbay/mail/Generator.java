package io.patchbay.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes what properties are tried on; the same seed makes the same. A library would shrink what
 * fails, but the ones there are write into the logs or are no longer kept.
 */
final class Generator {

    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Random random;

    Generator(long seed) {
        random = new Random(seed);
    }

    /** At least one, less than the bound. */
    int upTo(int bound) {
        return random.nextInt(1, bound);
    }

    boolean chance() {
        return random.nextBoolean();
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Letters and digits. */
    String word() {
        var word = new StringBuilder();
        for (int left = upTo(10); left > 0; left--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** One or more, with single blanks between them. */
    String words(int most) {
        var words = new ArrayList<String>();
        for (int left = upTo(most + 1); left > 0; left--) {
            words.add(word());
        }
        return String.join(" ", words);
    }

    /** Lines that begin with a letter, and empty ones, none of which looks like part of a diff. */
    List<String> prose(int lines) {
        var prose = new ArrayList<String>();
        for (int left = lines; left > 0; left--) {
            prose.add(random.nextInt(5) == 0 ? "" : "w" + words(12));
        }
        return prose;
    }

    /** A well-formed diff of one or more files; its lines. */
    List<String> diff() {
        var lines = new ArrayList<String>();
        for (int files = upTo(4); files > 0; files--) {
            var name = word() + "/" + word() + ".c";
            if (chance()) {
                lines.add("diff --git a/%s b/%s".formatted(name, name));
                lines.add("index %s..%s 100644".formatted(word(), word()));
            }
            lines.add("--- a/" + name);
            lines.add("+++ b/" + name);
            for (int hunks = upTo(4); hunks > 0; hunks--) {
                addHunk(lines);
            }
        }
        return lines;
    }

    private void addHunk(List<String> lines) {
        var hunk = new ArrayList<String>();
        int removed = 0;
        int added = 0;
        for (int left = upTo(12); left > 0; left--) {
            var sign = oneOf(" ", "-", "+");
            removed += sign.equals("+") ? 0 : 1;
            added += sign.equals("-") ? 0 : 1;
            hunk.add(sign + words(6));
        }
        lines.add(
                "@@ -%d,%d +%d,%d @@%s"
                        .formatted(
                                upTo(9_999),
                                removed,
                                upTo(9_999),
                                added,
                                chance() ? "" : " " + words(3)));
        lines.addAll(hunk);
    }

    /** Lines of all kinds that splitting looks at, in any order. */
    List<String> soup(int lines) {
        var soup = new ArrayList<String>();
        for (int left = lines; left > 0; left--) {
            soup.add(
                    oneOf(
                            "diff --git a/x b/x",
                            "Index: x",
                            "--- a/x",
                            "--- ",
                            "---",
                            "+++ b/x",
                            "@@ -1 +1 @@",
                            "@@ -1,2 +1,3 @@ x",
                            "@@ -0,0 +1,9999999999 @@",
                            "@@ -1,0 +1,0 @@",
                            "@@",
                            " x",
                            "-x",
                            "+x",
                            "",
                            "\\ No newline at end of file",
                            "index 1..2",
                            "new file mode 100644",
                            "rename from x",
                            "GIT binary patch",
                            "literal 3",
                            "diff",
                            "-- ",
                            "words"));
        }
        return soup;
    }
}
