package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What we answer otherwise than was recorded, and why: {@code differences.txt}. */
final class Differences {

    private Differences() {}

    /** Reasons by case. */
    static Map<String, String> expected() {
        try (var file = Differences.class.getResourceAsStream("/differences.txt")) {
            if (file == null) {
                throw new IllegalStateException("differences.txt is not on the class path");
            }
            var reasons = new TreeMap<String, String>();
            for (var line : new String(file.readAllBytes(), UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int colon = line.indexOf(": ");
                    reasons.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
