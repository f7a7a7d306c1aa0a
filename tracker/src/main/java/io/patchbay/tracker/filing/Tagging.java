package io.patchbay.tracker.filing;

import io.patchbay.tracker.model.PythonPattern;
import io.patchbay.tracker.model.Tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts the trailers in a text (mail-ingest §16). */
public final class Tagging {

    private record Counter(long tagId, Pattern pattern, String literal) {}

    private final List<Counter> counters;

    public Tagging(List<Tag> tags) {
        counters = tags.stream().map(Tagging::counter).toList();
    }

    private static Counter counter(Tag tag) {
        return new Counter(
                tag.id(), PythonPattern.compile(tag.pattern()), literalAtLineStart(tag.pattern()));
    }

    /** What follows the anchor if the pattern is nothing but an anchored text, else empty. */
    private static String literalAtLineStart(String pattern) {
        boolean isLiteral =
                pattern.startsWith("^")
                        && pattern.chars()
                                .skip(1)
                                .allMatch(character ->
                                        character < 128
                                                && (Character.isLetterOrDigit(character)
                                                        || " -_:".indexOf(character) >= 0));
        return isLiteral ? pattern.substring(1) : "";
    }

    /** How often each tag is given, by tag id; tags that are not given are absent. */
    public Map<Long, Integer> count(String text) {
        var counts = new HashMap<Long, Integer>();
        for (var counter : counters) {
            if (counter.literal().isEmpty()) {
                int found = (int) counter.pattern().matcher(text).results().count();
                if (found > 0) {
                    counts.put(counter.tagId(), found);
                }
            }
        }
        countLiterals(text, counts);
        return counts;
    }

    // A regular expression looks at every character of a text; only the starts of lines matter.
    private void countLiterals(String text, Map<Long, Integer> counts) {
        int line = 0;
        while (line < text.length()) {
            for (var counter : counters) {
                var literal = counter.literal();
                if (!literal.isEmpty()
                        && text.regionMatches(true, line, literal, 0, literal.length())) {
                    counts.merge(counter.tagId(), 1, Integer::sum);
                }
            }
            int end = text.indexOf('\n', line);
            line = end < 0 ? text.length() : end + 1;
        }
    }
}
