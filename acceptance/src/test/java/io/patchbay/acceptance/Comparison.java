package io.patchbay.acceptance;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Collects where what stands differs from what was expected. */
final class Comparison {

    private static final int LONGEST = 300;

    private final Map<String, String> differences = new LinkedHashMap<>();

    /** The members that are compared are those that are expected, save those left out. */
    void compare(
            String what,
            Map<String, @Nullable Object> expected,
            Map<String, @Nullable Object> actual,
            Set<String> leftOut) {
        expected.forEach((name, value) -> {
            if (!leftOut.contains(name)) {
                compare(what + " " + name, plain(value), plain(actual.get(name)));
            }
        });
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Json json ? json.members() : value;
    }

    void compare(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.put(
                    what, "expected %s, but it is %s".formatted(cut(expected), cut(actual)));
        }
    }

    private static String cut(@Nullable Object value) {
        var text = String.valueOf(value).replace("\n", "\\n");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /**
     * What was expected and what it is, by where that is.
     *
     * @param intended where a difference is meant; told of where there is none
     */
    Map<String, String> differencesBut(Set<String> intended) {
        var rest = new LinkedHashMap<>(differences);
        for (var where : intended) {
            if (rest.remove(where) == null) {
                rest.put(where, "was meant to differ, but does not");
            }
        }
        return rest;
    }
}
