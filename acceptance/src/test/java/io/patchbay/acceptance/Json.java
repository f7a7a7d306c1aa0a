package io.patchbay.acceptance;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A JSON object with typed access to its members; absent and null are the same. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, @Nullable Object> members;

    private Json(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** A file with one object, which may be packed with gzip. */
    static Json read(Path file) throws IOException {
        try (var stream = open(file)) {
            return objects(stream).getFirst();
        }
    }

    static Json parse(byte[] object) {
        return objects(new ByteArrayInputStream(object)).getFirst();
    }

    /** A file with one object a line, which may be packed with gzip. */
    static List<Json> readLines(Path file) throws IOException {
        try (var stream = open(file)) {
            return objects(stream);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var stream = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(stream, 1 << 16) : stream;
    }

    private static List<Json> objects(InputStream stream) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), stream)) {
            var all = new ArrayList<Json>();
            while (parser.nextToken() != null) {
                all.add(object(parser));
            }
            return all;
        }
    }

    private static Json object(JsonParser parser) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new Json(members);
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                var values = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield values;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalStateException("unexpected " + parser.currentToken());
        };
    }

    Map<String, @Nullable Object> members() {
        return members;
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    String text(String name) {
        return (String) value(name);
    }

    @Nullable String textOrNull(String name) {
        return (String) members.get(name);
    }

    long number(String name) {
        return (Long) value(name);
    }

    @Nullable Long numberOrNull(String name) {
        return (Long) members.get(name);
    }

    Json object(String name) {
        return (Json) value(name);
    }

    @SuppressWarnings("unchecked")
    <T extends @Nullable Object> List<T> list(String name) {
        return (List<T>) value(name);
    }

    private Object value(String name) {
        var value = members.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "expected '%s' in %s".formatted(name, members.keySet()));
        }
        return value;
    }
}
