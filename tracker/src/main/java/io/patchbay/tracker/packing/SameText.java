package io.patchbay.tracker.packing;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Whether two texts are the same mail that came by two ways (mail-ingest §24): list servers encode
 * anew, change white space and put a footer below.
 */
final class SameText {

    /** Lines of the longest footer that counts as one (mail-ingest §10). */
    private static final int LONGEST_FOOTER = 12;

    private SameText() {}

    static boolean are(@Nullable String one, @Nullable String other) {
        var first = lines(one);
        var second = lines(other);
        return first.size() <= second.size() ? begins(second, first) : begins(first, second);
    }

    private static boolean begins(List<String> longer, List<String> shorter) {
        return longer.subList(0, shorter.size()).equals(shorter)
                && isFooter(longer.subList(shorter.size(), longer.size()));
    }

    /** Nothing, or a few lines that name a list, an address or a page. */
    private static boolean isFooter(List<String> lines) {
        return lines.isEmpty()
                || lines.size() <= LONGEST_FOOTER
                        && lines.stream()
                                .anyMatch(line ->
                                        line.contains("list")
                                                || line.contains("@")
                                                || line.contains("://"));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(line -> line.strip().replaceAll("\\s+", " "))
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
