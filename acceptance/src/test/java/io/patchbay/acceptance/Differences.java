package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What we answer otherwise than was recorded, and why: {@code differences.txt}. A line names a case
 * or, with {@code /*}, all of a group, and the one part of the answers that may differ: {@code
 * status}, {@code body} or a header.
 */
final class Differences {

    private final Map<String, String> reasons = new TreeMap<>();
    private final Set<String> met = new HashSet<>();

    Differences() {
        try (var file = Differences.class.getResourceAsStream("/differences.txt")) {
            if (file == null) {
                throw new IllegalStateException("differences.txt is not on the class path");
            }
            for (var line : new String(file.readAllBytes(), UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int colon = line.indexOf(": ");
                    reasons.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this part of the answer may differ; the line is remembered as met. */
    boolean allow(String exchange, String part) {
        var group = exchange.substring(0, exchange.lastIndexOf('/')) + "/*";
        for (var listed : Set.of(exchange + " " + part, group + " " + part)) {
            if (reasons.containsKey(listed)) {
                met.add(listed);
                return true;
            }
        }
        return false;
    }

    /** Lines that nothing bears out any more. */
    Set<String> idle() {
        var idle = new TreeSet<>(reasons.keySet());
        idle.removeAll(met);
        return idle;
    }
}
