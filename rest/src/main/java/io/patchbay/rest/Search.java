package io.patchbay.rest;

import io.patchbay.patches.Criterion;

import java.util.ArrayList;
import java.util.List;

/** The words of {@code q}: split at blanks and commas, quotes keep a phrase (rest-api §6). */
final class Search {

    private Search() {}

    static List<Criterion> parse(String asked) {
        if (asked.indexOf('\0') >= 0) {
            throw new BareInvalid("Null characters are not allowed.");
        }
        var words = new ArrayList<Criterion>();
        var word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < asked.length(); i++) {
            char character = asked.charAt(i);
            if (quote != 0) {
                if (character == '\\' && i + 1 < asked.length()) {
                    word.append(asked.charAt(++i));
                } else if (character == quote) {
                    quote = 0;
                } else {
                    word.append(character);
                }
            } else if ((character == '"' || character == '\'')
                    && word.isEmpty()
                    && asked.indexOf(character, i + 1) > 0) {
                quote = character;
            } else if (character == ',' || Character.isWhitespace(character)) {
                end(word, words);
            } else {
                word.append(character);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<Criterion> words) {
        if (!word.isEmpty()) {
            words.add(new Criterion.Mentions(word.toString()));
            word.setLength(0);
        }
    }
}
