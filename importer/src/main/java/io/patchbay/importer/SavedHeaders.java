package io.patchbay.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;

/**
 * Makes a header block of the {@code headers} of an answer. The order among different headers is
 * lost in an answer; what is made gives the same answer again (rest-api §9).
 */
final class SavedHeaders {

    private SavedHeaders() {}

    static String block(SavedObject headers) {
        var lines = new ArrayList<String>();
        var spellings = new HashMap<String, Integer>();
        for (var name : headers.fields().keySet()) {
            spellings.merge(key(name), 1, Integer::sum);
        }
        var written = new HashMap<String, Integer>();
        for (var name : headers.fields().keySet()) {
            // Each spelling of a name is a key of its own that holds the values of all of them.
            var values = headers.textOrTexts(name);
            int first = written.getOrDefault(key(name), 0);
            boolean isLastSpelling = spellings.merge(key(name), -1, Integer::sum) == 0;
            int end = isLastSpelling ? values.size() : Math.min(first + 1, values.size());
            for (var value : values.subList(Math.min(first, end), end)) {
                lines.add(name + ": " + value);
            }
            written.put(key(name), end);
        }
        return String.join("\n", lines);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
