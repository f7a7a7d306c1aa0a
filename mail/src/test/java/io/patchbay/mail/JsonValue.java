package io.patchbay.mail;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON document for tests to look into; what is absent is null. */
record JsonValue(@Nullable Object value) {

    private static final JsonFactory FACTORY = new JsonFactory();

    static JsonValue parse(String json) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return new JsonValue(read(parser));
        }
    }

    /** A document a line. */
    static List<JsonValue> lines(String text) {
        return text.lines().map(JsonValue::parse).toList();
    }

    private static @Nullable Object read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, read(parser));
                }
                yield fields;
            }
            case START_ARRAY -> {
                var items = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield items;
            }
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    boolean has(String field) {
        return value instanceof Map<?, ?> fields && fields.containsKey(field);
    }

    JsonValue get(String field) {
        return new JsonValue(value instanceof Map<?, ?> fields ? fields.get(field) : null);
    }

    List<JsonValue> items() {
        var items = new ArrayList<JsonValue>();
        if (value instanceof List<?> list) {
            for (var item : list) {
                items.add(new JsonValue(item));
            }
        }
        return items;
    }

    List<String> names() {
        var names = new ArrayList<String>();
        if (value instanceof Map<?, ?> fields) {
            fields.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    @Nullable String text() {
        return value == null ? null : value.toString();
    }
}
