package io.patchbay.rest.request;

import io.patchbay.tracker.query.Criterion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of {@code q}: split at blanks and commas, quotes keep a phrase (rest-api §6). */
public final class Search {

    /** Each word is one more condition in a statement; databases bound how deep they nest. */
    public static final int MOST_WORDS = 100;

    private Search() {}

    public static List<Criterion> parse(String asked) {
        if (asked.indexOf('\0') >= 0) {
            throw new BareInvalid("Null characters are not allowed.");
        }
        var words = new LinkedHashSet<Criterion>();
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
        if (words.size() > MOST_WORDS) {
            throw new BareInvalid("Search for at most " + MOST_WORDS + " words.");
        }
        return List.copyOf(words);
    }

    private static void end(StringBuilder word, Set<Criterion> words) {
        if (!word.isEmpty()) {
            words.add(new Criterion.Mentions(word.toString()));
            word.setLength(0);
        }
    }
}
