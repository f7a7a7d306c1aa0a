package io.patchbay.importer;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A saved answer: an object or a list of them, taken one at a time. */
public final class SavedAnswers {

    // A diff may be any length.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNestingDepth(20)
                                    .build())
                    .build();

    private SavedAnswers() {}

    public static void read(InputStream content, Consumer<SavedObject> taker) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), content)) {
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    taker.accept(objectAt(parser));
                }
            } else if (first == null) {
                throw new NotAnAnswer("expected JSON, but the file is empty");
            } else {
                taker.accept(objectAt(parser));
            }
            if (parser.nextToken() != null) {
                throw new NotAnAnswer(
                        "expected one object or one list, but more follows in line "
                                + parser.currentTokenLocation().getLineNr());
            }
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new NotAnAnswer(
                    "expected JSON, but in line %d, column %d: %s"
                            .formatted(
                                    place == null ? 0 : place.getLineNr(),
                                    place == null ? 0 : place.getColumnNr(),
                                    e.getOriginalMessage()));
        }
    }

    private static SavedObject objectAt(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new NotAnAnswer(
                    "expected an object or a list of them, but found " + parser.currentToken());
        }
        return SavedObject.of(object(parser));
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> list(JsonParser parser) {
        var values = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
