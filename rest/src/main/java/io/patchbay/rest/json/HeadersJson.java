package io.patchbay.rest.json;

import io.patchbay.mail.StoredHeaders;
import io.patchbay.mail.header.Header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Stored header lines as an object (rest-api §9): one key for each spelling of a name, at its first
 * place; its value has all lines of that name whatever their spelling, an array if there are
 * several.
 */
final class HeadersJson {

    private HeadersJson() {}

    static void write(JsonOut out, String stored) {
        var headers = stored.isEmpty() ? List.<Header>of() : StoredHeaders.parse(stored);
        var spellings = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, List<String>>();
        for (var header : headers) {
            var name = header.name().toLowerCase(Locale.ROOT);
            spellings.putIfAbsent(header.name(), name);
            values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(header.value());
        }
        out.startObject();
        spellings.forEach((spelling, name) -> {
            out.name(spelling);
            var all = values.getOrDefault(name, List.of());
            if (all.size() == 1) {
                out.text(all.getFirst());
            } else {
                out.texts(all);
            }
        });
        out.endObject();
    }

    /** The first line of this name, or nothing. */
    static String first(String stored, String name) {
        for (var header : StoredHeaders.parse(stored)) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return "";
    }
}
