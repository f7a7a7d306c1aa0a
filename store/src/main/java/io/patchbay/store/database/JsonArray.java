package io.patchbay.store.database;

import java.util.Collection;

/** Texts as a JSON array, the form in which SQLite takes a set as one argument. */
final class JsonArray {

    private JsonArray() {}

    static String of(Collection<String> texts) {
        var json = new StringBuilder(texts.size() * 64).append('[');
        for (var text : texts) {
            json.append(json.length() == 1 ? "\"" : ",\"");
            append(json, text);
            json.append('"');
        }
        return json.append(']').toString();
    }

    private static void append(StringBuilder json, String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append("\\u00").append(Character.forDigit(character >> 4, 16));
                json.append(Character.forDigit(character & 15, 16));
            } else {
                json.append(character);
            }
        }
    }
}
