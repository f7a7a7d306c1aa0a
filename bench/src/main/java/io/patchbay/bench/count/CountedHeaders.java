package io.patchbay.bench.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields at the beginning of a mail or part, unfolded and not decoded. */
final class CountedHeaders {

    private static final Pattern END = Pattern.compile("\\A\\r?\\n|\\r?\\n\\r?\\n");
    private static final Pattern ID = Pattern.compile("<([^<>\\s]+)>");

    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();
    private final int length;

    private CountedHeaders(int length) {
        this.length = length;
    }

    /** Those that begin a text. */
    static CountedHeaders of(String text) {
        var end = END.matcher(text);
        boolean found = end.find();
        var headers = new CountedHeaders(found ? end.end() : text.length());
        var section = found ? text.substring(0, end.start()) : text;
        for (var line : section.replaceAll("\\r?\\n(?=[ \\t])", "").split("\\r?\\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.fields.add(
                        new Field(
                                line.substring(0, colon).strip(),
                                line.substring(colon + 1).strip()));
            }
        }
        return headers;
    }

    /** With the empty line. */
    int length() {
        return length;
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    boolean has(String name) {
        return first(name).isPresent();
    }

    /** What stands in angle brackets without blanks. */
    List<String> ids(String name) {
        return all(name).stream()
                .flatMap(value -> ID.matcher(value).results())
                .map(match -> match.group(1))
                .toList();
    }

    Optional<String> parameter(String header, String name) {
        var pattern =
                Pattern.compile(
                        ";\\s*" + name + "\\*?=\\s*(?:\"([^\"]*)\"|([^;\\s]*))",
                        Pattern.CASE_INSENSITIVE);
        return first(header)
                .map(pattern::matcher)
                .filter(matcher -> matcher.find())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(value -> !value.isBlank());
    }
}
