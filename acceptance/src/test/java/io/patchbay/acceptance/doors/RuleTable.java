package io.patchbay.acceptance.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each door says of what it cannot keep: {@code rules.txt}, which explains itself. */
record RuleTable(List<Row> rows) {

    /** {@code c*255} is that many of the character, {@code 0} the null character. */
    private static final Pattern SHORTHAND = Pattern.compile("\\{(?:(.)\\*(\\d+)|(0))}");

    private static final String ANYTHING = "…";

    /**
     * A wish, and what comes of it.
     *
     * @param said by name of the door
     */
    record Row(String heading, Wish wish, Map<String, String> said) {

        /** The long texts among what is wished, which are kept whole or not at all. */
        String longText() {
            var shorthand = SHORTHAND.matcher(heading);
            return shorthand.find() ? written(shorthand.toMatchResult()) : "";
        }
    }

    static RuleTable read() {
        try (var file = RuleTable.class.getResourceAsStream("/rules.txt")) {
            if (file == null) {
                throw new IllegalStateException("rules.txt is not on the class path");
            }
            var rows = new ArrayList<Row>();
            for (var line : new String(file.readAllBytes(), UTF_8).lines().toList()) {
                if (line.startsWith("    ")) {
                    addSaid(line, rows.getLast());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(new Row(line, wish(line), new LinkedHashMap<>()));
                }
            }
            return new RuleTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addSaid(String line, Row row) {
        int bar = line.indexOf('|');
        row.said.put(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
    }

    /** {@code WHO: FIELD = VALUE}, or without who it is. */
    private static Wish wish(String line) {
        int equals = line.indexOf('=');
        int colon = line.substring(0, equals).indexOf(':');
        var who = colon < 0 ? Wish.ABLE : line.substring(0, colon);
        var value = SHORTHAND.matcher(line.substring(equals + 1).strip());
        return new Wish(
                who,
                line.substring(colon + 1, equals).strip(),
                value.replaceAll(found -> Matcher.quoteReplacement(written(found))));
    }

    private static String written(MatchResult shorthand) {
        return shorthand.group(3) != null
                ? "\0"
                : shorthand.group(1).repeat(Integer.parseInt(shorthand.group(2)));
    }

    /** Whether that was said; what the table leaves out may be anything. */
    static boolean fits(String expected, String said) {
        int gap = expected.indexOf(ANYTHING);
        return gap < 0
                ? said.strip().equals(expected)
                : said.startsWith(expected.substring(0, gap))
                        && said.endsWith(expected.substring(gap + ANYTHING.length()));
    }
}
