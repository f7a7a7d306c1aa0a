package io.patchbay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * The sections of packages.txt. A line is a name, a colon and words; its order counts.
 *
 * @param sections by heading, the lines of each by name
 */
record PackageTable(Map<String, SequencedMap<String, List<String>>> sections) {

    static PackageTable read() throws IOException {
        try (var file = PackageTable.class.getResourceAsStream("/packages.txt")) {
            return of(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8));
        }
    }

    static PackageTable of(String text) {
        var sections = new LinkedHashMap<String, SequencedMap<String, List<String>>>();
        var section = new LinkedHashMap<String, List<String>>();
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                section = new LinkedHashMap<>();
                sections.put(line.substring(1, line.indexOf(']')), section);
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException(
                        "packages.txt: expected 'NAME: WORDS' but found '%s'".formatted(line));
            }
            var words = line.substring(colon + 1).strip();
            var before =
                    section.put(
                            line.substring(0, colon),
                            words.isEmpty() ? List.of() : List.of(words.split(" +")));
            if (before != null) {
                throw new IllegalArgumentException(
                        "packages.txt: two lines in one section begin like '%s'".formatted(line));
            }
        }
        return new PackageTable(sections);
    }

    SequencedMap<String, List<String>> section(String heading) {
        var section = sections.get(heading);
        if (section == null) {
            throw new IllegalArgumentException(
                    "packages.txt has no section [%s], only %s"
                            .formatted(heading, sections.keySet()));
        }
        return section;
    }

    static String line(String name, Iterable<String> words) {
        return (name + ": " + String.join(" ", words)).strip();
    }
}
