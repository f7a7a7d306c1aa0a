package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What can be cited: the pages of {@code docs/reference} with their sections, and the decisions in
 * {@code docs/adr}.
 *
 * @param pages by name without {@code .md}
 * @param decisions their numbers
 */
record Specifications(Map<String, Page> pages, Set<Integer> decisions) {

    private static final Pattern SECTION = Pattern.compile("(?m)^#{2,4} (\\d+(?:\\.\\d+)*)\\.?\\s");
    private static final Pattern TRAPS = Pattern.compile("(?ms)^## Wire traps$(.*?)(?=^## |\\z)");
    private static final Pattern TRAP = Pattern.compile("(?m)^(\\d+)\\. ");
    private static final Pattern ODDITY = Pattern.compile("(?m)^\\* O(\\d+) ");
    private static final Pattern DECISION = Pattern.compile("(\\d{4})-[-\\w]+\\.md");

    /** The numbers by which parts of a page are cited. */
    record Page(Set<String> sections, Set<String> traps, Set<String> oddities) {

        static Page read(String text) {
            var traps = TRAPS.matcher(text);
            return new Page(
                    numbers(SECTION, text),
                    traps.find() ? numbers(TRAP, traps.group(1)) : Set.of(),
                    numbers(ODDITY, text));
        }

        private static Set<String> numbers(Pattern pattern, String text) {
            var numbers = new HashSet<String>();
            pattern.matcher(text).results().forEach(found -> numbers.add(found.group(1)));
            return numbers;
        }
    }

    static Specifications of(Path root) throws IOException {
        var pages = new TreeMap<String, Page>();
        for (var file : filesIn(root.resolve("docs/reference"))) {
            var name = file.getFileName().toString();
            if (name.endsWith(".md") && !name.equals("README.md")) {
                pages.put(
                        name.replaceFirst("\\.md$", ""), Page.read(Files.readString(file, UTF_8)));
            }
        }
        var decisions = new HashSet<Integer>();
        for (var file : filesIn(root.resolve("docs/adr"))) {
            var name = DECISION.matcher(file.getFileName().toString());
            if (name.matches()) {
                decisions.add(Integer.valueOf(name.group(1)));
            }
        }
        return new Specifications(pages, decisions);
    }

    private static Collection<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
