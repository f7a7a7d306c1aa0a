package io.patchbay.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Makes a header block of the {@code headers} of an answer. The order among different headers is
 * lost in an answer; what is made gives the same answer again (rest-api §9).
 */
final class AnswerHeaders {

    private AnswerHeaders() {}

    static String block(Answer headers) {
        var spellings = new LinkedHashMap<String, List<String>>();
        for (var name : headers.fields().keySet()) {
            spellings
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), unseen -> new ArrayList<>())
                    .add(name);
        }
        var lines = new ArrayList<String>();
        for (var names : spellings.values()) {
            // Each spelling is a key of its own that holds the values of all of them.
            var values = headers.textOrTexts(names.getFirst());
            for (int at = 0; at < values.size(); at++) {
                var name = at < names.size() ? names.get(at) : names.getFirst();
                lines.add(name + ": " + values.get(at));
            }
        }
        return String.join("\n", lines);
    }
}
