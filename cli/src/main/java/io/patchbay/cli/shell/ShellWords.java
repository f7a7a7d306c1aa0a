package io.patchbay.cli.shell;

import org.jline.reader.Parser.ParseContext;
import org.jline.reader.impl.DefaultParser;

import java.util.List;

/** A line in words: single quotes keep blanks together, double ones belong to JSON. */
final class ShellWords extends DefaultParser {

    ShellWords() {
        setQuoteChars(new char[] {'\''});
        setEscapeChars(new char[0]);
    }

    static List<String> of(String line) {
        return new ShellWords()
                .parse(line, line.length(), ParseContext.ACCEPT_LINE).words().stream()
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
